/*
 * Plays a script of messages in the worklet of the loudspeaker, and returns what came out of it. A script is a list of
 * [seconds, message]; `audio` messages say how many seconds of a constant level of 0.5 come.
 */
const [seconds, script, done] = arguments;
const RATE = 24000;
const messages = [];

function build(context) {
	const node = new AudioWorkletNode(context, 'realtime-playback', { numberOfInputs: 0, outputChannelCount: [1] });
	node.port.onmessage = ({ data }) => messages.push(data);
	node.connect(context.destination);
	return node;
}

function post(node, message) {
	node.port.postMessage(message.type === 'audio'
		? { type: 'audio', pcm: new Int16Array(message.seconds * RATE).fill(16384).buffer } : message);
}

const times = Array.from(new Set(script.map(([time]) => time)));
const moments = times.map((time) => [time, (node) =>
	script.filter(([at]) => at === time).forEach(([, message]) => post(node, message))]);
// Whatever the worklet says until then has arrived here
moments.push([seconds - 0.01, () => {}]);

offline(seconds, RATE, 'playback-worklet', build, moments).then((buffer) => {
	const samples = buffer.getChannelData(0);
	const first = samples.findIndex((sample) => sample !== 0);
	// The very beginning is as it was sent
	const steps = samples.slice(first + 1).map((sample, index) => Math.abs(sample - samples[first + index]));
	const said = (type, value) => messages.filter((message) => message.type === type).map((message) => message[value]);
	done({
		first: first / RATE,
		last: (samples.findLastIndex((sample) => sample !== 0) + 1) / RATE,
		sounding: samples.filter((sample) => sample !== 0).length / RATE,
		loudestStep: steps.reduce((loudest, step) => Math.max(loudest, step), 0),
		ended: said('ended', 'samples'),
		playing: said('playing', 'playing'),
		positions: said('position', 'samples')
	});
}, (error) => done({ error: String(error) }));
