/*
 * Watches the conversation of the page for a test: which events came when, and every sample that left the loudspeaker.
 */
const done = arguments[0];

import('/js/voice.js').then(({ client }) => {
	const blocks = [];
	const events = [];
	for (const type of ['speech', 'response', 'playback', 'latency', 'usage', 'ready', 'state', 'microphone']) {
		client.addEventListener(type, ({ detail }) => events.push({ type, time: client.playbackTime, ...detail }));
	}
	client.tap((samples, time) => blocks.push({ samples, time }));
	window.probe = {
		client,
		events,
		/** The samples from the first to the last that is not silent, as PCM16 in base64. */
		sound() {
			const all = Float32Array.from(blocks.flatMap(({ samples }) => Array.from(samples)));
			const first = all.findIndex((sample) => sample !== 0);
			const pcm = Int16Array.from(all.subarray(first, all.findLastIndex((sample) => sample !== 0) + 1),
				(sample) => Math.round(sample * 32768));
			let binary = '';
			new Uint8Array(pcm.buffer).forEach((byte) => binary += String.fromCharCode(byte));
			return first < 0 ? '' : btoa(binary);
		},
		/** For how long there was something to hear until a moment of the audio clock, in seconds. */
		heard(until = Infinity) {
			return blocks.filter(({ samples, time }) => time < until && samples.some((sample) => sample !== 0)).length * 1024 / 24000;
		},
		/** When the last sample was played that is not silent, until a moment of the audio clock, in seconds of it. */
		silentSince(until = Infinity) {
			const block = blocks.findLast(({ samples, time }) => time < until && samples.some((sample) => sample !== 0));
			return block ? block.time + (block.samples.findLastIndex((sample) => sample !== 0) + 1) / 24000 : 0;
		},
		/** Do something, and note when in seconds of the audio clock. */
		mark(action) {
			this.marked = client.playbackTime;
			action();
		},
		/** When somebody was heard to speak, in seconds of the audio clock. */
		spokenTo() {
			return events.find(({ type, active }) => type === 'speech' && active).time;
		}
	};
	done(true);
});
