import { loudness } from './loudness.js';

const CONSTRAINTS = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * The microphone of the device. It is opened once and then listens when it is told to.
 */
export class Microphone {

	#sampleRate;

	#listener;

	#opening = null;

	#stream = null;

	#context = null;

	#node = null;

	#meter = null;

	#listening = false;

	#finishing = false;

	/**
	 * @param {number} sampleRate how many samples per second the listener is given
	 * @param {object} listener
	 * @param {(pcm: ArrayBuffer) => void} listener.onAudio takes a frame of PCM16, one channel
	 * @param {() => void} listener.onEnd called when all was given that was heard until the microphone stopped to listen
	 * @param {() => void} listener.onLost called when the device is gone
	 */
	constructor(sampleRate, listener) {
		this.#sampleRate = sampleRate;
		this.#listener = listener;
	}

	/** Whether the device is open. */
	get open() {
		return this.#node !== null;
	}

	/** How long it takes, in ms, until what is said is given to the listener, as far as the browser tells. */
	get latency() {
		const track = this.#stream?.getAudioTracks()[0];
		return 1000 * (track?.getSettings().latency || this.#context?.baseLatency || 0);
	}

	/** Whether it listens. */
	get listening() {
		return this.#listening;
	}

	/** How loud it is, from 0 to 1; 0 while it does not listen. */
	get level() {
		return this.#meter && this.#listening ? loudness(this.#meter) : 0;
	}

	/**
	 * Open the device, which may ask the person. Call it while a key or a finger is down.
	 * @param {MediaTrackConstraints} [constraints] in place of echo cancellation, noise suppression and gain control
	 * @returns {Promise<void>}
	 * @throws {DOMException} as getUserMedia does
	 */
	prepare(constraints = CONSTRAINTS) {
		this.#finishing = false;
		this.#opening ??= this.#open(constraints).catch((error) => {
			this.close();
			throw error;
		});
		return this.#opening;
	}

	/** Listen, or stop to listen and keep the device open. */
	listen(on) {
		if (this.#node && this.#listening !== on) {
			this.#listening = on;
			this.#node.port.postMessage({ listen: on });
		}
	}

	/** Stop to listen, and let go of the device as soon as what was heard is given. */
	finish() {
		if (this.#listening) {
			this.#finishing = true;
			this.listen(false);
		}
		else if (!this.#finishing) {
			this.close();
		}
	}

	/** Let go of the device at once. */
	close() {
		this.#listening = false;
		this.#finishing = false;
		this.#opening = null;
		this.#node?.port.close();
		this.#node = null;
		this.#meter = null;
		this.#stream?.getTracks().forEach((track) => track.stop());
		this.#stream = null;
		this.#context?.close();
		this.#context = null;
	}

	async #open(constraints) {
		if (!navigator.mediaDevices?.getUserMedia) {
			throw new DOMException('The page is not secure', 'SecurityError');
		}
		const context = new AudioContext({ latencyHint: 'interactive' });
		this.#context = context;
		const [stream] = await Promise.all([
			navigator.mediaDevices.getUserMedia({ audio: constraints }),
			context.audioWorklet.addModule(new URL('./capture-worklet.js', import.meta.url)),
			context.resume()
		]);
		if (this.#context !== context) {
			stream.getTracks().forEach((track) => track.stop());
			throw new DOMException('The microphone was closed meanwhile', 'AbortError');
		}
		this.#connect(context, stream);
	}

	#connect(context, stream) {
		this.#stream = stream;
		stream.getAudioTracks()[0].addEventListener('ended', () => this.#lose(stream));
		const source = context.createMediaStreamSource(stream);
		const node = new AudioWorkletNode(context, 'realtime-capture', {
			numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit',
			processorOptions: { sampleRate: this.#sampleRate }
		});
		node.port.onmessage = ({ data }) => data.type === 'audio' ? this.#listener.onAudio(data.pcm) : this.#end();
		this.#meter = new AnalyserNode(context, { fftSize: 1024 });
		source.connect(this.#meter);
		source.connect(node);
		this.#node = node;
	}

	#end() {
		this.#listener.onEnd();
		if (this.#finishing) {
			this.close();
		}
	}

	#lose(stream) {
		if (this.#stream === stream) {
			this.close();
			this.#listener.onLost();
		}
	}

}
