// Conversations of the official JavaScript SDK with live sessions of the simulator, one scene for each thing people do.

import net from 'node:net';
import OpenAI from 'openai';
import { SidebandWS } from 'openai/resources/live/sideband/ws';
import { LiveWS } from 'openai/resources/live/ws';
import { check, checkEqual, EventLog, run, spoken } from './scene.mjs';

// The SDK speaks to wss:// only; the simulator is on the loopback, without TLS
function plainSocket(baseUrl) {
  const { hostname, port } = new URL(baseUrl);
  return { createConnection: () => net.connect(Number(port), hostname) };
}

class Connection {
  errors = [];

  constructor(socket, log = new EventLog()) {
    this.log = log;
    this.socket = socket;
    this.socket.on('event', (event) => this.log.add(event));
    this.socket.on('error', (error) => this.errors.push(error));
  }

  send(event) {
    this.socket.send(event);
  }

  append(kind, content, id = null, more = {}) {
    this.send({ type: `session.${kind}.append`, content, delegation_id: id, ...more });
  }

  speak() {
    for (const piece of spoken()) {
      this.send({ type: 'session.input_audio.append', audio: piece.toString('base64') });
    }
  }

  words(side) {
    return this.log.all(`session.${side}_transcript.delta`).map((event) => event.delta).join('');
  }

  async said(side, words) {
    await this.log.find(() => this.words(side).includes(words), words);
  }

  async end() {
    checkEqual(this.errors, [], 'errors');
    this.send({ type: 'session.close' });
    const closed = await this.log.next('session.closed');
    checkEqual(closed.reason, 'close_requested', 'reason');
    check(closed.usage.seconds > 0, 'no use');
  }
}

function client(baseUrl) {
  return new OpenAI({ apiKey: 'sk-test-0123456789', baseURL: baseUrl });
}

async function open(baseUrl, session = {}) {
  const talk = new Connection(new LiveWS(client(baseUrl), plainSocket(baseUrl)));
  talk.send({ type: 'session.start', session: {
    model: 'gpt-live-1', audio: { format: { type: 'audio/pcm', rate: 24_000 } }, ...session,
  } });
  talk.started = (await talk.log.next('session.started')).session;
  return talk;
}

async function speech(baseUrl) {
  const talk = await open(baseUrl);
  talk.append('commentary', 'Good morning.');
  await talk.log.next('session.commentary.appended');
  await talk.said('output', 'Good morning.');
  talk.speak();
  await talk.said('input', 'What time is it?');
  await talk.said('output', 'It is noon.');
  const audio = talk.log.all('session.output_audio.delta');
  check(audio.some((event) => Buffer.from(event.delta, 'base64').some((byte) => byte !== 0)), 'no sound');
  await talk.log.next('session.usage.updated');
  await talk.end();
}

async function tools(baseUrl, names, answer) {
  const talk = await open(baseUrl, { delegation: { type: 'responses', responses: {
    model: 'gpt-5',
    tools: names.map((name) => ({
      type: 'function', name, description: `Answers ${name}`,
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    })),
  } } });
  talk.speak();
  const { delegation } = await talk.log.next('session.delegation.created');
  checkEqual(delegation.target, 'responses', 'target');
  const done = await talk.log.find((event) => event.event?.type === 'response.completed', 'a response');
  checkEqual(done.delegation_id, delegation.id, 'delegation of the response');
  const calls = talk.log.all('response.event').map((event) => event.event)
    .filter((event) => event.type === 'response.output_item.done').map((event) => event.item);
  checkEqual(calls.map((call) => call.name), names, 'calls');
  for (const call of [...calls].reverse()) {
    talk.send({ type: 'response.item.create',
      item: { type: 'function_call_output', call_id: call.call_id, output: `${call.name} done` } });
  }
  talk.send({ type: 'response.create' });
  await talk.said('output', answer);
  await talk.end();
}

async function delegation(baseUrl) {
  const talk = await open(baseUrl, { delegation: { type: 'client' } });
  talk.speak();
  const created = await talk.log.next('session.delegation.created');
  checkEqual(created.delegation.target, 'client', 'target');
  checkEqual(talk.words('input'), 'How is the weather in Paris?', 'task');
  talk.append('thinking', 'Looking outside.', created.delegation.id);
  talk.append('commentary', 'It is sunny.', created.delegation.id);
  await talk.log.next('session.thinking.appended');
  await talk.said('output', 'It is sunny.');
  await talk.end();
}

async function sideband(baseUrl) {
  const talk = await open(baseUrl);
  const side = new Connection(
    new SidebandWS(client(baseUrl), { session_id: talk.started.id }, plainSocket(baseUrl)), new EventLog(false));
  await side.log.next('session.output_audio.delta');
  side.append('commentary', 'Somebody listens.');
  await side.said('output', 'Somebody listens.');
  await talk.said('output', 'Somebody listens.');
  talk.speak();
  await side.log.find((event) => event.type === 'session.input_audio.append'
    && Buffer.from(event.audio, 'base64').some((byte) => byte !== 0), 'the user');
  const { start_ms: start, end_ms: end } = await side.log.next('session.output_audio.delta', 2);
  checkEqual(end - start, 100, 'times');
  side.send({ type: 'session.close' });
  checkEqual((await talk.log.next('session.closed')).reason, 'close_requested', 'end');
  checkEqual((await side.log.next('session.closed')).reason, 'close_requested', 'end at the side');
}

async function errors(baseUrl) {
  const talk = await open(baseUrl);
  talk.send({ type: 'nonsense', event_id: 'e1' });
  talk.send({ type: 'session.thinking.append', event_id: 'e2', content: 'x' });
  talk.send({ type: 'response.create', event_id: 'e3' });
  talk.send({ type: 'session.update', event_id: 'e4', session: { instructions: 'x' } });
  await talk.log.next('error', 4);
  checkEqual(talk.log.all('error').map(({ error }) => error.client_event_id), ['e1', 'e2', 'e3', 'e4'], 'errors');
  talk.errors = [];
  await talk.end();
}

await run({
  speech, delegation, sideband, errors,
  tool: (baseUrl) => tools(baseUrl, ['get_weather'], 'It is sunny.'),
  tools: (baseUrl) => tools(baseUrl, ['get_weather', 'get_time'], 'Sunny, and noon.'),
});
