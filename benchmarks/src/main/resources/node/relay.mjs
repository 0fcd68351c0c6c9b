// Binary frames of a page become base64 in JSON for the service, and back. Nothing else.
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const service = process.argv[2].replace(/^http/, 'ws') + '/realtime?model=gpt-realtime';
const settings = JSON.stringify({ type: 'session.update', session: { type: 'realtime' } });
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, backlog: 1024 });

server.on('listening', () => console.log(`figures port=${server.address().port}`));
server.on('connection', (page) => {
	const upstream = new WebSocket(service, { perMessageDeflate: false });
	upstream.on('open', () => upstream.send(settings));
	upstream.on('message', (data) => {
		const event = JSON.parse(data);
		if (event.type === 'response.output_audio.delta') {
			page.send(Buffer.from(event.delta, 'base64'));
		}
	});
	upstream.on('close', () => page.close());
	upstream.on('error', () => page.close());
	page.on('message', (data, isBinary) => {
		if (isBinary && upstream.readyState === WebSocket.OPEN) {
			upstream.send(JSON.stringify({ type: 'input_audio_buffer.append', audio: data.toString('base64') }));
		}
	});
	page.on('close', () => upstream.terminate());
	page.on('error', () => upstream.terminate());
});

const commands = createInterface({ input: process.stdin });
commands.on('line', (command) => {
	if (command === 'memory') {
		globalThis.gc();
		console.log(`figures heap=${process.memoryUsage().heapUsed} code=0`);
	} else if (command === 'end') {
		process.exit(0);
	}
});
commands.on('close', () => process.exit(0));
