const FRAME_SECONDS = 0.04;

const PHASES = 512;

const ZERO_CROSSINGS = 16;

/**
 * Brings a stream of samples from one rate to another, by a windowed sinc that lets nothing pass
 * that the new rate cannot hold. Browsers disagree about contexts whose rate is not the device's,
 * so the context keeps the device's rate and this does the rest.
 */
class Resampler {

	constructor(from, to) {
		this.step = from / to;
		const cutoff = Math.min(1, to / from) * 0.94;
		this.half = Math.ceil(ZERO_CROSSINGS / cutoff);
		this.kernels = Array.from({ length: PHASES }, (_, phase) => kernel(phase / PHASES, cutoff, this.half));
		this.reset();
	}

	reset() {
		// As if silence had come before, so that the first sample has its place
		this.samples = new Float32Array(this.half - 1);
		this.position = this.half - 1;
	}

	/** Take samples, and give those of the new rate that are complete to a function. */
	resample(input, accept) {
		const samples = new Float32Array(this.samples.length + input.length);
		samples.set(this.samples);
		samples.set(input, this.samples.length);
		for (; Math.floor(this.position) + this.half < samples.length; this.position += this.step) {
			accept(this.at(samples));
		}
		const used = Math.max(0, Math.floor(this.position) - this.half + 1);
		this.samples = samples.subarray(used);
		this.position -= used;
	}

	at(samples) {
		const whole = Math.floor(this.position);
		const weights = this.kernels[Math.floor((this.position - whole) * PHASES)];
		const first = whole - this.half + 1;
		let sum = 0;
		for (let i = 0; i < weights.length; i++) {
			sum += weights[i] * samples[first + i];
		}
		return sum;
	}

}

function kernel(fraction, cutoff, half) {
	const weights = new Float32Array(2 * half);
	for (let i = 0; i < weights.length; i++) {
		const distance = i - half + 1 - fraction;
		const x = Math.PI * distance * cutoff;
		const sinc = x === 0 ? 1 : Math.sin(x) / x;
		const turn = Math.PI * distance / half;
		weights[i] = cutoff * sinc * (0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn));
	}
	return weights;
}

/**
 * Turns what the microphone hears into frames of PCM16, while it is told to. When it is told to end,
 * it sends what is left and says so.
 */
class Capture extends AudioWorkletProcessor {

	constructor({ processorOptions }) {
		super();
		const rate = processorOptions.sampleRate;
		this.resampler = rate === sampleRate ? null : new Resampler(sampleRate, rate);
		this.frame = new Int16Array(Math.round(rate * FRAME_SECONDS));
		this.filled = 0;
		this.listening = false;
		this.port.onmessage = ({ data }) => data.listen ? this.begin() : this.end();
	}

	begin() {
		this.listening = true;
		this.filled = 0;
		this.resampler?.reset();
	}

	end() {
		if (this.listening) {
			this.listening = false;
			this.post(this.frame.slice(0, this.filled));
			this.port.postMessage({ type: 'end' });
		}
	}

	process([[samples]]) {
		if (samples && this.listening) {
			if (this.resampler) {
				this.resampler.resample(samples, (sample) => this.take(sample));
			}
			else {
				samples.forEach((sample) => this.take(sample));
			}
		}
		return true;
	}

	take(sample) {
		this.frame[this.filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * 32767);
		if (this.filled === this.frame.length) {
			this.post(this.frame.slice());
		}
	}

	post(pcm) {
		this.filled = 0;
		if (pcm.length > 0) {
			this.port.postMessage({ type: 'audio', pcm: pcm.buffer }, [pcm.buffer]);
		}
	}

}

registerProcessor('realtime-capture', Capture);
