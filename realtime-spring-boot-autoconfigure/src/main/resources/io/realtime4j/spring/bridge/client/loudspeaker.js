import { loudness } from './loudness.js';

/**
 * Plays what the model says, and knows how far it was heard.
 */
export class Loudspeaker {

	#listener;

	#sampleRate = 24000;

	#context = null;

	#gain = null;

	#meter = null;

	#node = null;

	#waiting = [];

	#parts = new Map();

	#lastId = 0;

	#position = null;

	#playing = false;

	#volume = 1;

	#taps = new Set();

	/**
	 * @param {object} listener
	 * @param {(part: {itemId: string, contentIndex: number}, ms: number) => void} listener.onPlayed told every 100 ms,
	 * and at its end, how far a part was heard
	 * @param {(playing: boolean) => void} listener.onPlaying told when it begins to sound, and when it is silent again
	 * @param {(error: Error) => void} listener.onFailed told when this page cannot play
	 */
	constructor(listener) {
		this.#listener = listener;
	}

	/** The rate of what is played, in samples per second. It cannot be changed once something was played. */
	set sampleRate(rate) {
		this.#sampleRate = rate;
	}

	/** Whether there is something to hear. */
	get playing() {
		return this.#playing;
	}

	/** How loud it is, from 0 to 1. */
	get level() {
		return this.#meter && this.#playing ? loudness(this.#meter) : 0;
	}

	/** The volume, from 0 to 1. */
	get volume() {
		return this.#volume;
	}

	set volume(volume) {
		this.#volume = volume;
		this.#gain?.gain.setTargetAtTime(volume, this.#context.currentTime, 0.01);
	}

	/** The time of the audio clock in seconds, 0 before anything was played. */
	get time() {
		return this.#context?.currentTime ?? 0;
	}

	/** Browsers play nothing before somebody has touched the page: call this while a key or a finger is down. */
	unlock() {
		if (!this.#context) {
			this.#open();
		}
		if (this.#context.state !== 'running') {
			this.#context.resume().catch(() => {
				// The next touch tries again
			});
		}
	}

	/**
	 * Say which part of the conversation the audio that follows belongs to.
	 * @param {{itemId: string, contentIndex: number}} part the part
	 * @param {number} [offsetMs] where in the part it begins
	 */
	begin({ itemId, contentIndex }, offsetMs = 0) {
		this.#parts.set(++this.#lastId, { part: { itemId, contentIndex }, offsetMs });
		this.#post({ type: 'part', part: this.#lastId });
	}

	/** Play PCM16 behind all that was given before. The buffer is taken. */
	play(pcm) {
		if (!this.#context) {
			this.#open();
		}
		this.#post({ type: 'audio', pcm }, [pcm]);
	}

	/** Say that all audio of a part was given. */
	end(part) {
		const id = this.#idOf(part);
		if (id) {
			this.#post({ type: 'end', part: id });
		}
	}

	/**
	 * Fall silent at once, and forget what waits.
	 * @returns {{part: {itemId: string, contentIndex: number}, ms: number} | null} how far the part that was playing
	 * was heard, or null if none was
	 */
	clear() {
		const heard = this.#position && { part: this.#position.place.part, ms: this.#playedNow() };
		this.#post({ type: 'clear' });
		this.#position = null;
		this.#parts.clear();
		return heard;
	}

	/**
	 * Listen to the samples that leave the loudspeaker, silence included: to record them, to draw them, to move lips.
	 * @param {(samples: Float32Array, time: number) => void} listener takes samples of one channel, and when the first of
	 * them is played, in seconds of the audio clock
	 * @returns {() => void} ends it
	 */
	tap(listener) {
		this.#taps.add(listener);
		this.#node?.port.postMessage({ type: 'tap', on: true });
		return () => {
			this.#taps.delete(listener);
			this.#node?.port.postMessage({ type: 'tap', on: this.#taps.size > 0 });
		};
	}

	/** Let go of the device. */
	close() {
		this.#context?.close();
		this.#context = null;
		this.#node = null;
		this.#meter = null;
		this.#waiting = [];
		this.#parts.clear();
		this.#position = null;
		this.#setPlaying(false);
	}

	#open() {
		const context = new AudioContext({ sampleRate: this.#sampleRate, latencyHint: 'interactive' });
		this.#context = context;
		this.#gain = new GainNode(context, { gain: this.#volume });
		this.#meter = new AnalyserNode(context, { fftSize: 1024 });
		this.#gain.connect(this.#meter).connect(context.destination);
		this.#connect(context).catch((error) => this.#listener.onFailed(error));
	}

	async #connect(context) {
		if (!context.audioWorklet) {
			throw new DOMException('The page is not secure', 'SecurityError');
		}
		await context.audioWorklet.addModule(new URL('./playback-worklet.js', import.meta.url));
		if (this.#context !== context) {
			return;
		}
		this.#node = new AudioWorkletNode(context, 'realtime-playback', { numberOfInputs: 0, outputChannelCount: [1] });
		this.#node.port.onmessage = ({ data }) => this.#hear(data);
		this.#node.connect(this.#gain);
		this.#post({ type: 'tap', on: this.#taps.size > 0 });
		this.#waiting.splice(0).forEach(([message, transfer]) => this.#post(message, transfer));
	}

	#post(message, transfer = []) {
		if (this.#node) {
			this.#node.port.postMessage(message, transfer);
		}
		else {
			this.#waiting.push([message, transfer]);
		}
	}

	#hear({ type, part, samples, time, playing }) {
		if (type === 'tap') {
			this.#taps.forEach((listener) => listener(samples, time));
		}
		else if (type === 'playing') {
			this.#setPlaying(playing);
		}
		else if (this.#parts.has(part)) {
			const place = this.#parts.get(part);
			const over = type === 'ended';
			this.#position = over ? null : { place, samples, time };
			if (over) {
				this.#parts.delete(part);
			}
			const ms = place.offsetMs + Math.max(0, this.#millis(samples) - (over ? 0 : this.#latency()));
			this.#listener.onPlayed(place.part, Math.round(ms));
		}
	}

	/** How long it takes, in ms, until what leaves the worklet is heard. */
	#latency() {
		return 1000 * (this.#context.outputLatency || this.#context.baseLatency || 0);
	}

	/** What has left the worklet cannot be called back and will be heard. */
	#playedNow() {
		const { place, samples, time } = this.#position;
		const since = this.#playing ? Math.max(0, this.#context.currentTime - time) : 0;
		return Math.round(place.offsetMs + this.#millis(samples) + 1000 * since);
	}

	#millis(samples) {
		return 1000 * samples / this.#sampleRate;
	}

	#setPlaying(playing) {
		if (this.#playing !== playing) {
			this.#playing = playing;
			this.#listener.onPlaying(playing);
		}
	}

	/** The same part may be announced more than once: what comes last is meant. */
	#idOf({ itemId, contentIndex }) {
		let found;
		for (const [id, { part }] of this.#parts) {
			if (part.itemId === itemId && part.contentIndex === contentIndex) {
				found = id;
			}
		}
		return found;
	}

}
