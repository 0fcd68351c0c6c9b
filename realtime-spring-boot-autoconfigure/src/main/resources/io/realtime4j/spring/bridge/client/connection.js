import { problem } from './problems.js';
import { forget, remember, remembered } from './storage.js';

const PROTOCOL = 'realtime4j.v1';

const FIRST_DELAY = 500;

const LONGEST_DELAY = 15_000;

// More than this is about five seconds of speech that the network did not take: nobody waits for it
const MAX_WAITING_BYTES = 256 * 1024;

// What comes back by itself is not in here: it would be refused again
const FINAL_CODES = new Map([
	[1000, 'conversation-ended'],
	[1003, 'page-not-understood'],
	[1007, 'page-not-understood'],
	[1008, 'not-allowed'],
	[1009, 'message-too-long'],
	[1011, 'model-unreachable'],
	[4400, 'page-not-understood']
]);

/**
 * The connection to the bridge. It comes back by itself when it is lost, and finds the same conversation again for as
 * long as the server keeps it, also after the page was loaded anew.
 */
export class Connection {

	#url;

	#sampleRate;

	#listener;

	#socket = null;

	#ready = false;

	#attempts = 0;

	#choice = {};

	#timer = 0;

	/**
	 * @param {URL} url where the bridge is
	 * @param {number} sampleRate how many samples per second the page will send
	 * @param {object} listener
	 * @param {(message: object) => void} listener.onMessage takes what the bridge says
	 * @param {(message: object) => void} listener.onSent told what the bridge is told, audio apart
	 * @param {(pcm: ArrayBuffer) => void} listener.onAudio takes what is to be played
	 * @param {(state: 'connecting' | 'reconnecting' | 'closed', why?: {code: string?, message: string}) => void}
	 * listener.onState told of changes, with words for people; what the server says has no code
	 */
	constructor(url, sampleRate, listener) {
		this.#url = url;
		this.#sampleRate = sampleRate;
		this.#listener = listener;
	}

	/** Whether the bridge takes what is sent. */
	get ready() {
		// A socket that is being closed takes nothing, but does not say so
		return this.#ready && this.#socket.readyState === this.#socket.OPEN;
	}

	/**
	 * Connect, unless that was done.
	 * @param {{model?: string, voice?: string}} choice for a conversation that begins, where the bridge allows it
	 */
	open(choice) {
		if (!this.#socket && !this.#timer) {
			this.#choice = choice;
			addEventListener('online', this.#hurry);
			this.#listener.onState('connecting');
			this.#connect();
		}
	}

	/** End the conversation. */
	close() {
		forget(this.#key());
		this.#end(1000);
	}

	/**
	 * Send a message.
	 * @param {object} message what to say
	 * @returns {boolean} whether it was sent: nothing is while there is no connection
	 */
	send(message) {
		const { ready } = this;
		if (ready) {
			this.#tell(this.#socket, message);
		}
		return ready;
	}

	/**
	 * Send audio, unless too much of it waits already.
	 * @param {ArrayBuffer} pcm what was heard
	 */
	sendAudio(pcm) {
		if (this.ready && this.#socket.bufferedAmount < MAX_WAITING_BYTES) {
			this.#socket.send(pcm);
		}
	}

	#connect() {
		this.#timer = 0;
		const socket = new WebSocket(this.#url, PROTOCOL);
		socket.binaryType = 'arraybuffer';
		this.#socket = socket;
		socket.addEventListener('open', () => this.#start(socket));
		socket.addEventListener('message', ({ data }) => this.#receive(socket, data));
		socket.addEventListener('close', ({ code, reason }) => this.#lose(socket, code, reason));
	}

	#start(socket) {
		const resume = remembered(this.#key()) ?? undefined;
		const { model, voice } = this.#choice;
		this.#tell(socket, { type: 'start', sampleRate: this.#sampleRate, resume, model, voice });
	}

	#tell(socket, message) {
		socket.send(JSON.stringify(message));
		this.#listener.onSent(message);
	}

	#receive(socket, data) {
		if (socket !== this.#socket) {
			return;
		}
		if (typeof data !== 'string') {
			this.#listener.onAudio(data);
			return;
		}
		const message = JSON.parse(data);
		if (message.type === 'ready') {
			this.#ready = true;
			this.#attempts = 0;
			remember(this.#key(), message.resume);
		}
		this.#listener.onMessage(message);
	}

	#lose(socket, code, reason) {
		if (socket !== this.#socket) {
			return;
		}
		if (FINAL_CODES.has(code)) {
			if (code === 1000 || code === 4400) {
				forget(this.#key());
			}
			this.#end(code, reason ? { message: reason } : problem(FINAL_CODES.get(code)));
			return;
		}
		this.#socket = null;
		this.#ready = false;
		// Full jitter, so that the pages of a server that was restarted do not come back all at once
		const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.#attempts++);
		this.#timer = setTimeout(() => this.#connect(), FIRST_DELAY / 2 + Math.random() * longest);
		this.#listener.onState('reconnecting', problem(navigator.onLine ? 'server-gone' : 'device-offline'));
	}

	#end(code, why) {
		const socket = this.#socket;
		const wasOpen = Boolean(socket || this.#timer);
		clearTimeout(this.#timer);
		removeEventListener('online', this.#hurry);
		this.#timer = 0;
		this.#socket = null;
		this.#ready = false;
		this.#attempts = 0;
		socket?.close(code === 1000 ? code : undefined);
		if (wasOpen) {
			this.#listener.onState('closed', why);
		}
	}

	/** The network is back: do not wait any longer. */
	#hurry = () => {
		if (this.#timer) {
			clearTimeout(this.#timer);
			this.#connect();
		}
	};

	#key() {
		return `realtime4j.resume ${this.#url}`;
	}

}
