// Conversations of the official JavaScript SDK with the simulator, one scene for each thing people do.

import net from 'node:net';
import OpenAI from 'openai';
import { OpenAIRealtimeTranslationWS } from 'openai/realtime/translations/ws';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { check, checkEqual, EventLog, run, spoken } from './scene.mjs';

const API_KEY = 'sk-test-0123456789';

// The SDK speaks to wss:// only; the simulator is on the loopback, without TLS
function plainSocket(baseUrl) {
  const { hostname, port } = new URL(baseUrl);
  return { createConnection: () => net.connect(Number(port), hostname) };
}

class Conversation {
  log = new EventLog();
  errors = [];

  constructor(baseUrl, session = { model: 'gpt-realtime' }, apiKey = API_KEY) {
    const client = new OpenAI({ apiKey, baseURL: baseUrl });
    this.socket = new OpenAIRealtimeWS({ ...session, options: plainSocket(baseUrl) }, client);
    this.socket.on('event', (event) => this.log.add(event));
    this.socket.on('error', (error) => this.errors.push(error));
    this.opened = new Promise((resolve) => {
      this.socket.socket.on('open', resolve);
    });
    this.closed = new Promise((resolve) => {
      this.socket.socket.on('close', (code, reason) => resolve(`${code} ${reason}`));
    });
  }

  send(event) {
    this.socket.send(event);
  }

  async open(settings = {}) {
    await this.log.next('session.created');
    await this.update(settings);
    return this;
  }

  async update(settings) {
    const before = this.log.all('session.updated').length;
    this.send({ type: 'session.update', session: { type: 'realtime', ...settings } });
    return this.log.next('session.updated', before + 1);
  }

  say(text) {
    this.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    });
  }

  async answer(response) {
    const before = this.log.all('response.done').length;
    this.send({ type: 'response.create', ...(response ? { response } : {}) });
    return (await this.log.next('response.done', before + 1)).response;
  }

  speak() {
    for (const piece of spoken()) {
      this.send({ type: 'input_audio_buffer.append', audio: piece.toString('base64') });
    }
  }

  audioBytes(itemId) {
    return this.log
      .all('response.output_audio.delta')
      .filter((event) => event.item_id === itemId)
      .reduce((sum, event) => sum + Buffer.from(event.delta, 'base64').length, 0);
  }

  async end() {
    checkEqual(this.errors, [], 'errors');
    this.socket.close();
    checkEqual(await this.closed, '1000 OK', 'close');
  }
}

const TOOLS = ['get_weather', 'get_time'].map((name) => ({
  type: 'function',
  name,
  description: `Answers ${name}`,
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
}));

async function text(baseUrl) {
  const talk = await new Conversation(baseUrl).open({ output_modalities: ['text'] });
  talk.say('Hello');
  const response = await talk.answer();
  checkEqual(response.status, 'completed', 'status');
  const whole = talk.log.all('response.output_text.delta').map((event) => event.delta).join('');
  checkEqual(response.output[0].content, [{ type: 'output_text', text: whole }], 'content');
  checkEqual(whole, 'Good morning.', 'answer');
  check(response.usage.total_tokens > 0, 'no usage');
  await talk.log.next('rate_limits.updated');
  await talk.end();
}

async function speech(baseUrl) {
  const talk = await new Conversation(baseUrl).open({
    audio: { input: { transcription: { model: 'gpt-4o-mini-transcribe' }, turn_detection: { type: 'server_vad' } } },
  });
  talk.speak();
  const { response } = await talk.log.next('response.done');
  const started = await talk.log.next('input_audio_buffer.speech_started');
  const stopped = await talk.log.next('input_audio_buffer.speech_stopped');
  check(started.audio_start_ms < stopped.audio_end_ms, 'speech ends before it starts');
  const committed = await talk.log.next('input_audio_buffer.committed');
  checkEqual(committed.item_id, started.item_id, 'committed item');
  const heard = await talk.log.next('conversation.item.input_audio_transcription.completed');
  checkEqual([heard.item_id, heard.transcript], [started.item_id, 'What time is it?'], 'transcript');
  const [item] = response.output;
  checkEqual(item.content, [{ type: 'output_audio', transcript: 'It is noon.' }], 'content');
  check(talk.audioBytes(item.id) > 10_000, 'no audio');
  await talk.end();
}

async function tool(baseUrl) {
  const talk = await new Conversation(baseUrl).open({ output_modalities: ['text'], tools: TOOLS });
  talk.say('How is the weather in Paris?');
  const [call] = (await talk.answer()).output;
  checkEqual([call.type, call.name, call.arguments], ['function_call', 'get_weather', '{"city":"Paris"}'], 'call');
  talk.send({
    type: 'conversation.item.create',
    item: { type: 'function_call_output', call_id: call.call_id, output: 'sunny' },
  });
  const response = await talk.answer();
  checkEqual(response.output[0].content[0].text, 'It is sunny.', 'answer');
  await talk.end();
}

async function tools(baseUrl) {
  const talk = await new Conversation(baseUrl).open({ output_modalities: ['text'], tools: TOOLS });
  talk.say('Weather and time in Paris?');
  const calls = (await talk.answer()).output;
  checkEqual(calls.map((call) => call.name), ['get_weather', 'get_time'], 'calls');
  for (const call of [...calls].reverse()) {
    talk.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: call.call_id, output: `${call.name} done` },
    });
  }
  const response = await talk.answer();
  checkEqual(response.output[0].content[0].text, 'Sunny, and noon.', 'answer');
  await talk.end();
}

async function interruption(baseUrl) {
  const talk = await new Conversation(baseUrl).open({ audio: { input: { turn_detection: { type: 'server_vad' } } } });
  talk.say('Tell me a long story');
  talk.send({ type: 'response.create' });
  const delta = await talk.log.next('response.output_audio.delta', 2);
  talk.speak();
  const { response } = await talk.log.next('response.done');
  checkEqual(response.status_details, { type: 'cancelled', reason: 'turn_detected' }, 'end of the answer');
  checkEqual(response.output[0].status, 'incomplete', 'status of the item');
  const heardMs = 300;
  talk.send({ type: 'conversation.item.truncate', item_id: delta.item_id, content_index: 0, audio_end_ms: heardMs });
  const truncated = await talk.log.next('conversation.item.truncated');
  checkEqual([truncated.item_id, truncated.audio_end_ms], [delta.item_id, heardMs], 'truncation');
  talk.send({ type: 'conversation.item.retrieve', item_id: delta.item_id });
  const { item } = await talk.log.next('conversation.item.retrieved');
  checkEqual(item.content[0].transcript, '', 'transcript of what was cut');
  await talk.log.next('response.done', 2);
  await talk.end();
}

async function history(baseUrl) {
  const talk = await new Conversation(baseUrl).open({ output_modalities: ['text'] });
  talk.send({
    type: 'conversation.item.create',
    item: { id: 'msg_1', type: 'message', role: 'user', content: [{ type: 'input_text', text: 'I am Ann.' }] },
  });
  talk.send({
    type: 'conversation.item.create',
    item: { id: 'msg_2', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hi Ann.' }] },
  });
  talk.send({
    type: 'conversation.item.create',
    previous_item_id: 'root',
    item: { id: 'msg_0', type: 'message', role: 'system', content: [{ type: 'input_text', text: 'Be kind.' }] },
  });
  await talk.log.next('conversation.item.done', 3);
  checkEqual(talk.log.all('conversation.item.added').map((event) => [event.item.id, event.previous_item_id]),
    [['msg_1', null], ['msg_2', 'msg_1'], ['msg_0', null]], 'places');
  talk.send({ type: 'conversation.item.delete', item_id: 'msg_2' });
  checkEqual((await talk.log.next('conversation.item.deleted')).item_id, 'msg_2', 'deleted');
  await talk.answer();
  checkEqual(talk.log.all('conversation.item.added')[3].previous_item_id, 'msg_1', 'place of the answer');
  await talk.end();
}

async function errors(baseUrl) {
  const talk = await new Conversation(baseUrl).open({ output_modalities: ['text'] });
  talk.send({ type: 'nonsense', event_id: 'e1' });
  talk.send({ type: 'session.update', event_id: 'e2', session: { type: 'realtime', bogus: 1 } });
  talk.send({ type: 'conversation.item.delete', event_id: 'e3', item_id: 'item_nowhere' });
  talk.send({ type: 'response.cancel', event_id: 'e4' });
  await talk.log.next('error', 4);
  checkEqual(talk.errors.map((failure) => [failure.error.event_id, failure.error.code]), [['e1', 'invalid_value'],
    ['e2', 'unknown_parameter'], ['e3', 'item_delete_invalid_item_id'], ['e4', 'response_cancel_not_active']], 'errors');
  talk.errors = [];
  const failed = await talk.answer();
  checkEqual([failed.status, failed.status_details.error.code], ['failed', 'insufficient_quota'], 'failure');
  checkEqual((await talk.answer()).status, 'completed', 'answer after the failure');
  await talk.end();
}

async function transcription(baseUrl) {
  const talk = new Conversation(baseUrl, { intent: 'transcription' });
  const { session } = await talk.log.next('session.created');
  checkEqual([session.type, session.object], ['transcription', 'realtime.transcription_session'], 'session');
  talk.send({
    type: 'session.update',
    session: { type: 'transcription', audio: { input: { transcription: { model: 'gpt-4o-mini-transcribe' } } } },
  });
  await talk.log.next('session.updated');
  talk.speak();
  const heard = await talk.log.next('conversation.item.input_audio_transcription.completed');
  checkEqual(heard.transcript, 'Write this down.', 'transcript');
  checkEqual(talk.log.all('response.created'), [], 'responses');
  await talk.end();
}

async function secret(baseUrl) {
  const client = new OpenAI({ apiKey: API_KEY, baseURL: baseUrl });
  const made = await client.realtime.clientSecrets.create({
    expires_after: { anchor: 'created_at', seconds: 60 },
    session: { type: 'realtime', model: 'gpt-realtime', instructions: 'Be kind.' },
  });
  check(made.value.startsWith('ek_'), 'no client secret');
  const talk = new Conversation(baseUrl, { model: 'gpt-realtime' }, made.value);
  checkEqual((await talk.log.next('session.created')).session.instructions, 'Be kind.', 'instructions');
  await talk.end();
}

async function call(baseUrl) {
  const client = new OpenAI({ apiKey: API_KEY, baseURL: baseUrl });
  const sdp = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n';
  const response = await client.realtime.calls.create({ sdp, session: { type: 'realtime', model: 'gpt-realtime' } });
  check((await response.text()).startsWith('v=0'), 'no SDP answer');
  const callID = response.headers.get('Location').split('/').pop();
  const talk = new Conversation(baseUrl, { callID });
  await talk.opened;
  await talk.update({ output_modalities: ['text'] });
  checkEqual(talk.log.all('session.created'), [], 'greetings at the side of a call');
  talk.say('Hello');
  checkEqual((await talk.answer()).status, 'completed', 'status');
  await client.realtime.calls.hangup(callID);
  checkEqual(await talk.closed, '1000 ', 'close');
  const failure = await client.realtime.calls.hangup(callID).catch((error) => error);
  checkEqual([failure.status, failure.code], [404, 'call_id_not_found'], 'failure');
  check(failure.requestID.startsWith('req_'), 'no number of the request');
}

async function translation(baseUrl) {
  const client = new OpenAI({ apiKey: API_KEY, baseURL: baseUrl.replace('http:', 'https:') });
  const log = new EventLog();
  const errors = [];
  const socket = await OpenAIRealtimeTranslationWS.create(client, {
    model: 'gpt-realtime-translate', options: plainSocket(baseUrl),
  });
  socket.on('event', (event) => log.add(event));
  socket.on('error', (error) => errors.push(error));
  await log.next('session.created');
  socket.send({
    type: 'session.update',
    session: { audio: { input: { transcription: { model: 'gpt-realtime-whisper' } }, output: { language: 'es' } } },
  });
  await log.next('session.updated');
  for (const piece of spoken()) {
    socket.send({ type: 'session.input_audio_buffer.append', audio: piece.toString('base64') });
  }
  await socket.finish({ timeoutMs: 20_000 });
  const words = (type) => log.all(type).map((event) => event.delta).join('');
  checkEqual(words('session.input_transcript.delta'), 'Good morning.', 'what was heard');
  checkEqual(words('session.output_transcript.delta'), 'Buenos dias.', 'what was said');
  check(log.all('session.output_audio.delta').length > 0, 'no audio');
  checkEqual(log.all('session.closed').length, 1, 'end');
  checkEqual(errors, [], 'errors');
}

await run({
  text, speech, tool, tools, interruption, history, errors, transcription, secret, call, translation,
});
