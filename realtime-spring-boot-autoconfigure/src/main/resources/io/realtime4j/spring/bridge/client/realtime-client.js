import { Connection } from './connection.js';
import { Listening } from './listening.js';
import { Loudspeaker } from './loudspeaker.js';
import { loudspeakerProblem } from './problems.js';
import { remember, remembered } from './storage.js';

const CAPTURE = 'realtime4j.capture';

const SAMPLE_RATE = 24_000;

/**
 * A conversation by voice and text with the server that this module came from.
 *
 *     const client = new RealtimeClient();
 *     client.addEventListener('transcript', ({ detail }) => show(detail.role, detail.text));
 *     client.connect();
 *     button.onclick = () => client.startMicrophone();
 *
 * It dispatches what the bridge says as a `CustomEvent` of the same type, whose `detail` is the message: `ready`,
 * `speech`, `transcript`, `transcript-removed`, `tool`, `tool-output`, `approval`, `approval-closed`, `response`,
 * `work`, `latency`, `usage` and `error`; where the application says so, `session` and `event`, for developers. Besides,
 *
 * - `state` has `{ state: 'connecting' | 'open' | 'reconnecting' | 'closed', reason?, code? }`, of the whole way to the
 *   model; what the server says has no code
 * - `microphone` has `{ state: 'off' | 'opening' | 'on', mode: 'hands-free' | 'talk' | null, muted }`
 * - `playback` has `{ playing }`, when the answer begins to sound and when it is silent
 * - `latency` has also `captureMs`, what the microphone takes, and it is in `totalMs`
 * - `error` tells also what goes wrong in the page itself: `{ code, message, cause? }`, with words that a person may see
 */
export class RealtimeClient extends EventTarget {

	#connection;

	#listening;

	#loudspeaker;

	#state = 'closed';

	#manualTurns = false;

	#running = new Set();

	#work = new Set();

	#part = null;

	#unwanted = null;

	#watchers = new Set();

	/**
	 * @param {object} [options]
	 * @param {string | URL} [options.url] where the bridge is, by default where this module came from
	 * @param {number} [options.sampleRate] samples per second to send, by default 24,000: more the model does not hear
	 * @param {MediaTrackConstraints} [options.constraints] of the microphone, by default echo cancellation, noise
	 * suppression and gain control
	 */
	constructor({ url, sampleRate = SAMPLE_RATE, constraints } = {}) {
		super();
		this.#connection = new Connection(socketUrl(url), sampleRate, {
			onMessage: (message) => this.#receive(message),
			onSent: (message) => this.#show('sent', message),
			onAudio: (pcm) => this.#play(pcm),
			onState: (state, why) => this.#setState(state, why?.message, why?.code)
		});
		this.#listening = new Listening(sampleRate, constraints, {
			onAudio: (pcm) => this.#connection.sendAudio(pcm),
			onTurnEnd: () => this.#connection.send({ type: 'commit' }),
			onMuted: (muted) => this.#connection.send({ type: 'mute', muted }),
			onChange: (detail) => this.#dispatch('microphone', detail),
			onProblem: (problem) => this.#dispatch('error', problem)
		});
		this.#loudspeaker = new Loudspeaker({
			onPlayed: (part, ms) => this.#connection.send({ type: 'played', ...part, ms }),
			onPlaying: (playing) => this.#dispatch('playback', { playing }),
			onFailed: (error) => this.#dispatch('error', loudspeakerProblem(error))
		});
	}

	/** Whether there is somebody to talk to: `connecting`, `open`, `reconnecting` or `closed`. */
	get state() {
		return this.#state;
	}

	/** Whether turns end only when the person says so; then there is no hands-free. */
	get manualTurns() {
		return this.#manualTurns;
	}

	/** What the microphone is used for: `hands-free`, `talk`, or null while it is off. */
	get mode() {
		return this.#listening.mode;
	}

	/** Whether nothing is heard although the microphone is on. */
	get muted() {
		return this.#listening.muted;
	}

	set muted(muted) {
		this.#listening.mute(Boolean(muted));
	}

	/** How loud the person is, from 0 to 1. */
	get inputLevel() {
		return this.#listening.level;
	}

	/** How loud the answer is, from 0 to 1. */
	get outputLevel() {
		return this.#loudspeaker.level;
	}

	/** Whether there is something to hear. */
	get playing() {
		return this.#loudspeaker.playing;
	}

	/** The volume of the answer, from 0 to 1. */
	get volume() {
		return this.#loudspeaker.volume;
	}

	set volume(volume) {
		this.#loudspeaker.volume = volume;
	}

	/** Whether the model answers, or what it said is still to be heard. */
	get answering() {
		return this.playing || this.#running.size > 0;
	}

	/** Whether work is under way that the model of a live session has delegated. */
	get working() {
		return this.#work.size > 0;
	}

	/**
	 * Connect, and come back whenever the connection is lost.
	 * @param {object} [choice] for a conversation that begins: one of those that `ready` names
	 * @param {string} [choice.model] the model, by default the configured one
	 * @param {string} [choice.voice] the voice, by default the configured one
	 */
	connect({ model, voice } = {}) {
		this.#connection.open({ model, voice });
	}

	/** End the conversation, and let go of the microphone and the loudspeaker. */
	disconnect() {
		this.#connection.close();
		this.#loudspeaker.close();
	}

	/** Let the page play sound. Call it while a key or a finger is down; talking and sending a text do it too. */
	unlock() {
		this.#loudspeaker.unlock();
	}

	/**
	 * Listen all the time: the server finds out when the person speaks. What goes wrong is an `error`.
	 * @returns {Promise<boolean>} whether the microphone is on
	 */
	startMicrophone() {
		this.unlock();
		return this.#listening.begin('hands-free');
	}

	/** Let go of the microphone. What was said so far is answered. */
	stopMicrophone() {
		this.#listening.stop();
	}

	/**
	 * Begin to talk, as by pressing a button. An answer is interrupted. What goes wrong is an `error`.
	 * @returns {Promise<boolean>} whether the microphone is on
	 */
	async startTalking() {
		this.unlock();
		this.#giveWay();
		return this.mode === 'hands-free' || this.#listening.begin('talk');
	}

	/** End to talk, as by letting go of a button. What was said is answered. */
	stopTalking() {
		if (this.mode === 'talk') {
			this.#listening.pause();
		}
	}

	/**
	 * Say something in writing and ask for an answer. An answer that is under way is interrupted.
	 * @param {string} text what to say
	 * @returns {boolean} whether it was sent: nothing is while there is no connection
	 */
	sendText(text) {
		this.unlock();
		this.#giveWay();
		return this.#connection.send({ type: 'text', text });
	}

	/** Stop the answer at once. What was not heard is forgotten. */
	interrupt() {
		const heard = this.#loudspeaker.clear();
		// What is under way to this page already shall not be heard either
		this.#unwanted = this.#part;
		if (heard) {
			this.#connection.send({ type: 'played', ...heard.part, ms: heard.ms });
		}
		this.#connection.send({ type: 'interrupt' });
	}

	/**
	 * Decide whether the model may call a tool.
	 * @param {string} id which call, of the `approval` event
	 * @param {boolean} approved whether it may
	 * @param {string} [reason] why not, for the model
	 * @returns {boolean} whether it was sent: nothing is while there is no connection
	 */
	approve(id, approved, reason) {
		return this.#connection.send({ type: 'approve', id, approved, reason });
	}

	/**
	 * Listen to the samples that leave the loudspeaker, silence included: to record them, to draw them, to move lips.
	 * @param {(samples: Float32Array, time: number) => void} listener takes samples of one channel, and when the first of
	 * them is played, in seconds of the audio clock
	 * @returns {() => void} ends it
	 */
	tap(listener) {
		return this.#loudspeaker.tap(listener);
	}

	/**
	 * See what the page and the server tell each other, audio apart, without what finds this conversation again.
	 * @param {(message: object, direction: 'sent' | 'received') => void} listener takes each message
	 * @returns {() => void} ends it
	 */
	watch(listener) {
		this.#watchers.add(listener);
		return () => this.#watchers.delete(listener);
	}

	/** The audio clock of what is played, in seconds. */
	get playbackTime() {
		return this.#loudspeaker.time;
	}

	#giveWay() {
		if (this.answering) {
			this.interrupt();
		}
	}

	#show(direction, { resume, ...message }) {
		this.#watchers.forEach((listener) => listener(message, direction));
	}

	#receive(message) {
		this.#show('received', message);
		switch (message.type) {
			case 'ready':
				this.#begin(message);
				this.#dispatch('ready', { ...message, latencies: message.latencies?.map((latency) => this.#withCapture(latency)) });
				return;
			case 'state':
				this.#setState(message.state, message.reason);
				return;
			case 'audio':
				this.#announce(message);
				return;
			case 'audio-end':
				this.#loudspeaker.end(message);
				return;
			case 'clear':
				this.#loudspeaker.clear();
				this.#unwanted = null;
				return;
			case 'response':
				this.#follow(this.#running, message.responseId, message.status === 'in_progress');
				break;
			case 'work':
				this.#follow(this.#work, message.id, message.state === 'started');
				break;
			case 'latency':
				this.#dispatch('latency', this.#withCapture(message));
				return;
			default:
		}
		this.#dispatch(message.type, message);
	}

	#begin({ outputSampleRate, manualTurns }) {
		this.#loudspeaker.sampleRate = outputSampleRate;
		this.#loudspeaker.clear();
		this.#part = null;
		this.#unwanted = null;
		this.#manualTurns = manualTurns;
		this.#running.clear();
		this.#work.clear();
		if (this.muted) {
			this.#connection.send({ type: 'mute', muted: true });
		}
	}

	#announce({ itemId, contentIndex, offsetMs }) {
		this.#part = `${itemId} ${contentIndex}`;
		if (this.#part !== this.#unwanted) {
			this.#loudspeaker.begin({ itemId, contentIndex }, offsetMs);
		}
	}

	#play(pcm) {
		if (this.#part && this.#part !== this.#unwanted) {
			this.#loudspeaker.play(pcm);
		}
	}

	#follow(all, id, running) {
		if (running) {
			all.add(id);
		}
		else {
			all.delete(id);
		}
	}

	/** The server does not know how long the microphone takes. */
	#withCapture(latency) {
		if (latency.turnEnd !== 'speech') {
			return latency;
		}
		const captureMs = this.#captureMs();
		const totalMs = latency.totalMs === undefined ? undefined : captureMs + latency.totalMs;
		return { ...latency, captureMs, totalMs };
	}

	/** A page that was loaded anew has not opened the microphone yet, but it is the same one. */
	#captureMs() {
		const captureMs = Math.round(this.#listening.latency);
		if (captureMs > 0) {
			remember(CAPTURE, captureMs);
		}
		return captureMs || Number(remembered(CAPTURE) ?? 0);
	}

	#setState(state, reason, code) {
		if (this.#state === state && state === 'closed') {
			// The end of the session was told with its reason, and the end of the connection follows
			return;
		}
		this.#state = state;
		if (state === 'closed') {
			this.#running.clear();
			this.#work.clear();
			this.#listening.stop();
		}
		this.#dispatch('state', { state, reason, code });
	}

	#dispatch(type, detail) {
		this.dispatchEvent(new CustomEvent(type, { detail }));
	}

}

function socketUrl(url = new URL('.', import.meta.url).href.replace(/\/$/, '')) {
	const address = new URL(url, document.baseURI);
	address.protocol = address.protocol.replace('http', 'ws');
	return address;
}
