/**
 * Gathers what the microphone hears into PCM16 of a tenth of a second.
 */
class Recorder extends AudioWorkletProcessor {

	constructor() {
		super();
		this.pcm = new Int16Array(Math.round(sampleRate / 10));
		this.filled = 0;
	}

	process([[samples]]) {
		for (const sample of samples ?? []) {
			this.pcm[this.filled++] = Math.max(-1, Math.min(1, sample)) * 32767;
			if (this.filled === this.pcm.length) {
				this.port.postMessage(this.pcm.slice());
				this.filled = 0;
			}
		}
		return true;
	}

}

registerProcessor('recorder', Recorder);
