import { post } from './server.js';
import { loudness } from './speaker.js';

const MAX_WAITING = 50;

/**
 * Sends what the microphone hears, in pieces of a tenth of a second and in order.
 */
export class Microphone {

	constructor(onProblem, onChange) {
		this.onProblem = onProblem;
		this.onChange = onChange;
		this.on = false;
		this.waiting = [];
	}

	async toggle() {
		if (this.on) {
			await this.close();
		}
		else {
			await this.open();
		}
	}

	async open() {
		this.on = true;
		this.onChange();
		try {
			await this.capture();
		}
		catch (error) {
			this.onProblem(explain(error));
			await this.close();
		}
	}

	async capture() {
		if (!navigator.mediaDevices) {
			throw new DOMException('', 'SecurityError');
		}
		this.stream = await navigator.mediaDevices.getUserMedia({
			audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true }
		});
		this.context = new AudioContext();
		await this.context.audioWorklet.addModule('js/recorder.js');
		const source = this.context.createMediaStreamSource(this.stream);
		const recorder = new AudioWorkletNode(this.context, 'recorder', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
		this.meter = new AnalyserNode(this.context, { fftSize: 1024 });
		source.connect(this.meter);
		source.connect(recorder);
		recorder.port.onmessage = (message) => this.send(message.data);
	}

	async close() {
		const spoke = Boolean(this.meter);
		this.on = false;
		this.meter = null;
		this.stream?.getTracks().forEach((track) => track.stop());
		this.stream = null;
		await this.context?.close();
		this.context = null;
		this.onChange();
		if (spoke) {
			await this.sending;
			await post('desk/microphone/end', '{}').catch((error) => this.onProblem(error.message));
		}
	}

	/** Return how loud it is, from 0 to 1. */
	level() {
		return this.meter ? loudness(this.meter) : 0;
	}

	send(pcm) {
		this.waiting.push(pcm);
		if (this.waiting.length > MAX_WAITING) {
			this.waiting.shift();
		}
		this.sending ??= this.sendAll().finally(() => this.sending = null);
	}

	async sendAll() {
		try {
			while (this.waiting.length && this.context) {
				await post(`desk/microphone?rate=${this.context.sampleRate}`, this.waiting.shift());
			}
		}
		catch (error) {
			this.waiting.length = 0;
			this.onProblem(error.message);
			queueMicrotask(() => this.close());
		}
	}

}

function explain(error) {
	switch (error.name) {
		case 'NotAllowedError':
			return 'The browser does not let this page use the microphone. Allow it in the address bar, or write instead.';
		case 'NotFoundError':
			return 'There is no microphone. You can write instead.';
		case 'SecurityError':
			return 'Browsers give the microphone only to https pages and to localhost. You can write instead.';
		default:
			return `The microphone cannot be used: ${error.message}`;
	}
}
