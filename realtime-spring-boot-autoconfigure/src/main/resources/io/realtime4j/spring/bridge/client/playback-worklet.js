const LEAD = 0.1 * sampleRate;

const LONGEST_LEAD = 0.5 * sampleRate;

const PATIENCE_SECONDS = 0.25;

const FADE = Math.round(0.005 * sampleRate);

const REPORT_SECONDS = 0.1;

const TAP_SAMPLES = 1024;

/**
 * Plays parts of speech one after the other as their PCM16 arrives. It begins when enough waits that
 * the network may stutter, waits for more when it has run dry, falls silent at once when told to, and
 * reports how much of each part was played.
 *
 * To it: `part` (what follows belongs to it), `audio`, `end` (all of a part was sent), `clear`, `tap`.
 * From it: `position` and `ended` of a part, `playing`, `tap`.
 */
class Playback extends AudioWorkletProcessor {

	constructor() {
		super();
		this.queue = [];
		this.waiting = 0;
		this.played = new Map();
		this.fade = new Float32Array(0);
		this.last = 0;
		this.lead = LEAD;
		this.running = false;
		this.tapped = null;
		this.port.onmessage = ({ data }) => this[data.type](data);
	}

	part({ part }) {
		this.current = part;
	}

	audio({ pcm }) {
		if (this.starved) {
			this.lead = Math.min(1.5 * this.lead, LONGEST_LEAD);
			this.starved = false;
		}
		if (this.waiting === 0) {
			this.waitingSince = currentTime;
		}
		const samples = new Int16Array(pcm, 0, pcm.byteLength >> 1);
		this.queue.push({ part: this.current, samples, next: 0 });
		this.waiting += samples.length;
	}

	end({ part }) {
		this.queue.push({ part, end: true });
		this.starved = false;
		if (!this.running && this.waiting === 0) {
			this.passEnds();
		}
	}

	clear() {
		this.fade = this.running ? this.takeFading() : this.fade;
		this.queue = [];
		this.waiting = 0;
		this.played.clear();
		this.starved = false;
		this.rising = 1;
		this.run(false);
	}

	tap({ on }) {
		this.tapped = on ? { samples: new Float32Array(TAP_SAMPLES), filled: 0, time: 0 } : null;
	}

	process(inputs, [[output]]) {
		const faded = this.playFade(output);
		if (!this.running && this.isReady()) {
			this.run(true);
		}
		if (this.running) {
			this.play(output, faded);
		}
		this.record(output);
		return true;
	}

	isReady() {
		return this.waiting > 0 && (this.waiting >= this.lead || this.queue.at(-1).end
			|| currentTime - this.waitingSince >= PATIENCE_SECONDS);
	}

	play(output, from) {
		let filled = from;
		while (filled < output.length && this.passEnds()) {
			const piece = this.queue[0];
			const count = Math.min(output.length - filled, piece.samples.length - piece.next);
			for (let i = 0; i < count; i++) {
				output[filled++] = this.risen(piece.samples[piece.next++] / 32768);
			}
			this.took(piece, count);
			this.last = output[filled - 1];
		}
		this.report();
		if (filled < output.length) {
			this.dry(output.subarray(filled));
		}
	}

	/** Say which parts are over, and return whether there is something to play behind them. */
	passEnds() {
		while (this.queue[0]?.end) {
			const { part } = this.queue.shift();
			this.port.postMessage({ type: 'ended', part, samples: this.played.get(part) ?? 0 });
			this.played.delete(part);
			this.over = true;
		}
		return this.queue.length > 0;
	}

	took(piece, count) {
		this.waiting -= count;
		this.over = false;
		this.playing = piece.part;
		this.played.set(piece.part, (this.played.get(piece.part) ?? 0) + count);
		if (piece.next === piece.samples.length) {
			this.queue.shift();
		}
	}

	/** There is nothing to play: all was played, or what follows is late. */
	dry(rest) {
		this.starved = !this.over;
		this.rising = this.over ? 1 : 0;
		this.fade = falling(new Float32Array(FADE).fill(this.last));
		this.playFade(rest);
		this.run(false);
	}

	/** Rise softly from a silence that came in the middle of the speech. */
	risen(sample) {
		if (this.rising < 1) {
			this.rising = Math.min(1, this.rising + 1 / FADE);
			return sample * this.rising;
		}
		return sample;
	}

	/** Take what would be played next, ever quieter. */
	takeFading() {
		const samples = new Float32Array(FADE);
		let filled = 0;
		for (const piece of this.queue) {
			for (; !piece.end && piece.next < piece.samples.length && filled < FADE; filled++) {
				samples[filled] = piece.samples[piece.next++] / 32768;
			}
		}
		return falling(samples);
	}

	/** Play the rest of what was cut off, and return how much that was. */
	playFade(output) {
		const count = Math.min(output.length, this.fade.length);
		output.set(this.fade.subarray(0, count));
		this.fade = this.fade.subarray(count);
		return count;
	}

	run(running) {
		if (this.running !== running) {
			this.running = running;
			this.reportedAt = -Infinity;
			this.port.postMessage({ type: 'playing', playing: running });
		}
	}

	report() {
		const samples = this.played.get(this.playing);
		if (samples !== undefined && currentTime - this.reportedAt >= REPORT_SECONDS) {
			this.reportedAt = currentTime;
			this.port.postMessage({ type: 'position', part: this.playing, samples, time: currentTime });
		}
	}

	record(output) {
		const { tapped } = this;
		if (!tapped) {
			return;
		}
		if (tapped.filled === 0) {
			tapped.time = currentTime;
		}
		tapped.samples.set(output, tapped.filled);
		tapped.filled += output.length;
		if (tapped.filled + output.length > TAP_SAMPLES) {
			this.port.postMessage({ type: 'tap', samples: tapped.samples.slice(0, tapped.filled), time: tapped.time });
			tapped.filled = 0;
		}
	}

}

function falling(samples) {
	return samples.map((sample, index) => sample * (1 - index / samples.length));
}

registerProcessor('realtime-playback', Playback);
