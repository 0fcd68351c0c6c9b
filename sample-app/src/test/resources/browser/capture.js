/*
 * Lets the worklet of the microphone hear a tone for a second, and returns what it made of it: how loud the tone is, how
 * loud what is no part of the tone, and how long the frames are.
 */
const [rate, frequency, done] = arguments;
const TARGET = 24000;
const frames = [];

function build(context) {
	const node = new AudioWorkletNode(context, 'realtime-capture', {
		channelCount: 1, channelCountMode: 'explicit', processorOptions: { sampleRate: TARGET }
	});
	node.port.onmessage = ({ data }) => data.type === 'audio' && frames.push(new Int16Array(data.pcm));
	const tone = new OscillatorNode(context, { frequency });
	tone.connect(new GainNode(context, { gain: 0.5 })).connect(node).connect(context.destination);
	tone.start();
	return node;
}

const moments = [[0, (node) => node.port.postMessage({ listen: true })], [0.95, (node) => node.port.postMessage({ listen: false })]];

offline(1, rate, 'capture-worklet', build, moments).then(() => {
	const samples = frames.flatMap((frame) => Array.from(frame, (sample) => sample / 32767)).slice(TARGET / 10, -TARGET / 10);
	const mean = (value) => samples.reduce((total, sample, index) => total + value(sample, 2 * Math.PI * frequency * index / TARGET), 0) / samples.length;
	const sine = 2 * mean((sample, angle) => sample * Math.sin(angle));
	const cosine = 2 * mean((sample, angle) => sample * Math.cos(angle));
	const decibels = (power) => 10 * Math.log10(power + 1e-12);
	done({
		loudness: decibels(mean((sample) => sample ** 2)),
		rest: decibels(mean((sample, angle) => (sample - sine * Math.sin(angle) - cosine * Math.cos(angle)) ** 2)),
		frames: frames.map((frame) => frame.length)
	});
}, (error) => done({ error: String(error) }));
