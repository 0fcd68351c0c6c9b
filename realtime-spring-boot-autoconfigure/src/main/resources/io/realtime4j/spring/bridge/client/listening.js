import { Microphone } from './microphone.js';
import { microphoneProblem, problem } from './problems.js';

// A device that is opened anew loses the first word, one that stays open worries people
const IDLE_MILLIS = 30_000;

const TAIL_FRAMES = 25;

const TAIL_FRAME_SECONDS = 0.04;

/**
 * When the microphone listens: all the time, or while somebody presses a button; and not while it is muted.
 */
export class Listening {

	#sampleRate;

	#constraints;

	#listener;

	#microphone;

	#mode = null;

	#muted = false;

	#idle = 0;

	/**
	 * @param {number} sampleRate how many samples per second to send
	 * @param {MediaTrackConstraints} [constraints] of the microphone
	 * @param {object} listener
	 * @param {(pcm: ArrayBuffer) => void} listener.onAudio takes PCM16
	 * @param {() => void} listener.onTurnEnd called when the person has said that this is all
	 * @param {(muted: boolean) => void} listener.onMuted called when nothing more comes, or something comes again
	 * @param {(detail: {state: 'off' | 'opening' | 'on', mode: string?, muted: boolean}) => void} listener.onChange
	 * told of changes
	 * @param {(problem: object) => void} listener.onProblem told what went wrong
	 */
	constructor(sampleRate, constraints, listener) {
		this.#sampleRate = sampleRate;
		this.#constraints = constraints;
		this.#listener = listener;
		this.#microphone = new Microphone(sampleRate, {
			onAudio: (pcm) => listener.onAudio(pcm),
			onEnd: () => this.#end(),
			onLost: () => this.#fail(problem('microphone-lost'))
		});
	}

	get mode() {
		return this.#mode;
	}

	get level() {
		return this.#microphone.level;
	}

	/** How long it takes, in ms, until what is said is sent. */
	get latency() {
		return this.#microphone.latency;
	}

	get muted() {
		return this.#muted;
	}

	/**
	 * Hear nothing although the microphone is on, or hear again.
	 * @param {boolean} muted whether to hear nothing
	 */
	mute(muted) {
		if (this.#muted === muted) {
			return;
		}
		this.#muted = muted;
		// What was said before is sent first
		if (!muted || !this.#microphone.listening) {
			this.#listener.onMuted(muted);
		}
		this.#microphone.listen(!muted && this.#mode !== null);
		this.#changed();
	}

	/**
	 * Begin to listen.
	 * @param {'hands-free' | 'talk'} mode until when
	 * @returns {Promise<boolean>} whether it does
	 */
	async begin(mode) {
		clearTimeout(this.#idle);
		this.#mode = mode;
		this.#changed();
		try {
			await this.#microphone.prepare(this.#constraints);
		}
		catch (error) {
			if (error.name !== 'AbortError') {
				this.#fail(microphoneProblem(error));
			}
			return false;
		}
		if (this.#mode === null) {
			this.#letGoLater();
			return false;
		}
		this.#microphone.listen(!this.#muted);
		this.#changed();
		return true;
	}

	/** Stop to listen for now; the device stays open for a while. */
	pause() {
		this.#mode = null;
		this.#microphone.listen(false);
		this.#letGoLater();
		this.#changed();
	}

	/** Stop to listen, and let go of the microphone. */
	stop() {
		clearTimeout(this.#idle);
		const wasOn = this.#mode !== null;
		this.#mode = null;
		this.#microphone.finish();
		if (wasOn) {
			this.#changed();
		}
	}

	#end() {
		// A server that detects turns waits for silence
		for (let i = 0; i < TAIL_FRAMES; i++) {
			this.#listener.onAudio(new ArrayBuffer(2 * Math.round(this.#sampleRate * TAIL_FRAME_SECONDS)));
		}
		this.#listener.onTurnEnd();
		if (this.#muted) {
			this.#listener.onMuted(true);
		}
	}

	#fail(problem) {
		this.#mode = null;
		this.#changed();
		this.#listener.onProblem(problem);
	}

	#letGoLater() {
		clearTimeout(this.#idle);
		this.#idle = setTimeout(() => this.#microphone.finish(), IDLE_MILLIS);
	}

	#changed() {
		const state = this.#mode === null ? 'off' : this.#microphone.open ? 'on' : 'opening';
		this.#listener.onChange({ state, mode: this.#mode, muted: this.#muted });
	}

}
