/*
 * Lets a worklet of the page work in a context that renders faster than time passes. What happens at a moment is done there
 * before the next block is rendered: a second worklet on the same thread answers when all messages before its own arrived.
 */
const ECHO = `registerProcessor('echo', class extends AudioWorkletProcessor {
	constructor() {
		super();
		this.port.onmessage = () => this.port.postMessage('');
	}
	process() {
		return true;
	}
});`;

async function offline(seconds, rate, module, build, moments) {
	const context = new OfflineAudioContext(1, seconds * rate, rate);
	await context.audioWorklet.addModule(`/realtime/${module}.js`);
	await context.audioWorklet.addModule(URL.createObjectURL(new Blob([ECHO], { type: 'text/javascript' })));
	const node = build(context);
	const echo = new AudioWorkletNode(context, 'echo');
	const settled = () => new Promise((resolve) => {
		echo.port.onmessage = resolve;
		echo.port.postMessage('');
	});
	for (const [time, happen] of moments) {
		context.suspend(time).then(async () => {
			happen(node);
			await settled();
			context.resume();
		});
	}
	return context.startRendering();
}
