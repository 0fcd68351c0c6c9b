const RATE = 24000;

// Enough to begin with that the next piece is there in time
const LEAD_SECONDS = 0.06;

/**
 * Plays PCM16 as it arrives, piece after piece without a gap, and knows how much of it was heard.
 */
export class Speaker {

	constructor(onChange) {
		this.onChange = onChange;
		this.pieces = [];
		this.end = 0;
		this.silenced = new Set();
	}

	get speaking() {
		return this.pieces.length > 0;
	}

	get muted() {
		return this.quiet ?? false;
	}

	set muted(muted) {
		this.quiet = muted;
		if (this.gain) {
			this.gain.gain.value = muted ? 0 : 1;
		}
	}

	/** Call this while a key or a finger is down. */
	unlock() {
		if (!this.context) {
			this.context = new AudioContext({ sampleRate: RATE });
			this.gain = new GainNode(this.context, { gain: this.muted ? 0 : 1 });
			this.meter = new AnalyserNode(this.context, { fftSize: 1024 });
			this.gain.connect(this.meter).connect(this.context.destination);
		}
		if (this.context.state === 'suspended') {
			this.context.resume();
		}
	}

	play({ item, content, pcm }) {
		if (!this.context || this.silenced.has(item)) {
			return;
		}
		const source = new AudioBufferSourceNode(this.context, { buffer: this.decode(pcm) });
		const start = Math.max(this.context.currentTime + LEAD_SECONDS, this.end);
		const piece = { source, item, content, start, seconds: source.buffer.duration };
		this.end = start + piece.seconds;
		this.pieces.push(piece);
		source.connect(this.gain);
		source.addEventListener('ended', () => this.forget(piece));
		source.start(start);
		this.onChange();
	}

	/**
	 * Be silent at once.
	 * @returns what was playing and how much of it was heard, or null if nothing was
	 */
	stop() {
		const [current] = this.pieces;
		if (!current) {
			return null;
		}
		const now = this.context.currentTime;
		const before = this.heard?.item === current.item ? this.heard.seconds : 0;
		const seconds = before + Math.min(Math.max(now - current.start, 0), current.seconds);
		for (const piece of this.pieces.splice(0)) {
			this.silenced.add(piece.item);
			piece.source.stop();
		}
		this.end = 0;
		this.onChange();
		return { item: current.item, content: current.content, heardMillis: Math.floor(seconds * 1000) };
	}

	/** Return how loud it is, from 0 to 1. */
	level() {
		return this.meter ? loudness(this.meter) : 0;
	}

	forget(piece) {
		const index = this.pieces.indexOf(piece);
		if (index >= 0) {
			this.pieces.splice(index, 1);
			const before = this.heard?.item === piece.item ? this.heard.seconds : 0;
			this.heard = { item: piece.item, seconds: before + piece.seconds };
			this.onChange();
		}
	}

	decode(base64) {
		const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		const view = new DataView(bytes.buffer);
		const length = bytes.length >> 1;
		const buffer = new AudioBuffer({ length: Math.max(1, length), sampleRate: RATE });
		const samples = buffer.getChannelData(0);
		for (let i = 0; i < length; i++) {
			samples[i] = view.getInt16(2 * i, true) / 32768;
		}
		return buffer;
	}

}

export function loudness(meter) {
	const samples = new Float32Array(meter.fftSize);
	meter.getFloatTimeDomainData(samples);
	const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
	return Math.min(1, 4 * Math.sqrt(square));
}
