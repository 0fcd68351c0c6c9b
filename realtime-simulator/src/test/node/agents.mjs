// Conversations of the official agents SDK with the simulator, one scene for each thing people do.

import { RealtimeAgent, RealtimeSession, tool as defineTool } from '@openai/agents-realtime';
import { z } from 'zod';
import { check, checkEqual, EventLog, run, spoken } from './scene.mjs';

class Conversation {
  log = new EventLog();
  errors = [];
  calls = [];
  audioBytes = 0;

  constructor(baseUrl, { config = {}, tools = [] } = {}) {
    this.url = `${baseUrl.replace('http', 'ws')}/realtime?model=gpt-realtime`;
    const agent = new RealtimeAgent({ name: 'Desk', instructions: 'You are a front desk.', tools });
    this.session = new RealtimeSession(agent, { transport: 'websocket', model: 'gpt-realtime', config });
    this.session.on('transport_event', (event) => this.log.add(event));
    this.session.on('error', (error) => this.errors.push(error));
    this.session.on('audio', (event) => {
      this.audioBytes += event.data.byteLength;
    });
    this.session.on('agent_tool_start', (context, agent_, tool) => this.calls.push(tool.name));
    this.session.on('audio_interrupted', () => this.log.add({ type: 'sdk.audio_interrupted' }));
  }

  async open() {
    await this.session.connect({ apiKey: 'sk-test-0123456789', url: this.url });
    await this.log.next('session.updated');
    return this;
  }

  speak() {
    for (const piece of spoken()) {
      this.session.sendAudio(piece.buffer.slice(piece.byteOffset, piece.byteOffset + piece.length));
    }
  }

  history() {
    return this.session.history.map((item) =>
      item.type === 'message'
        ? [item.role, item.content[0]?.text ?? item.content[0]?.transcript ?? null]
        : [item.type, item.output ?? null]);
  }

  // What the SDK makes of the events comes a turn of its event loop after them.
  async settled() {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }

  end() {
    checkEqual(this.errors, [], 'errors');
    this.session.close();
  }
}

const parameters = z.object({ city: z.string() });
const TEXT = { outputModalities: ['text'] };

function tools() {
  return [
    defineTool({ name: 'get_weather', description: 'Weather', parameters, execute: ({ city }) => `sunny in ${city}` }),
    defineTool({ name: 'get_time', description: 'Time', parameters, execute: ({ city }) => `noon in ${city}` }),
  ];
}

async function text(baseUrl) {
  const talk = await new Conversation(baseUrl, { config: TEXT }).open();
  talk.session.sendMessage('Hello');
  await talk.log.next('response.done');
  await talk.settled();
  checkEqual(talk.history(), [['user', 'Hello'], ['assistant', 'Good morning.']], 'history');
  check(talk.session.usage.totalTokens > 0, 'no usage');
  talk.end();
}

async function speech(baseUrl) {
  const talk = await new Conversation(baseUrl).open();
  talk.speak();
  await talk.log.next('response.done');
  await talk.log.next('conversation.item.retrieved');
  await talk.settled();
  checkEqual(talk.history(), [['user', 'What time is it?'], ['assistant', 'It is noon.']], 'history');
  check(talk.audioBytes > 10_000, 'no audio');
  talk.end();
}

async function oneTool(baseUrl) {
  const talk = await new Conversation(baseUrl, { config: TEXT, tools: tools() }).open();
  talk.session.sendMessage('How is the weather in Paris?');
  await talk.log.next('response.done', 2);
  await talk.settled();
  checkEqual(talk.calls, ['get_weather'], 'calls');
  checkEqual(talk.history(), [['user', 'How is the weather in Paris?'], ['function_call', 'sunny in Paris'],
    ['assistant', 'It is sunny.']], 'history');
  talk.end();
}

async function twoTools(baseUrl) {
  const talk = await new Conversation(baseUrl, { config: TEXT, tools: tools() }).open();
  talk.session.sendMessage('Weather and time in Paris?');
  await talk.log.find((event) => event.type === 'response.done' && event.response.output[0]?.type === 'message',
    'an answer to both calls');
  await talk.settled();
  checkEqual([...talk.calls].sort(), ['get_time', 'get_weather'], 'calls');
  checkEqual(talk.history().slice(-1), [['assistant', 'Sunny, and noon.']], 'history');
  talk.end();
}

async function interruption(baseUrl) {
  const talk = await new Conversation(baseUrl).open();
  talk.session.sendMessage('Tell me a long story');
  await talk.log.next('response.output_audio.delta', 2);
  talk.speak();
  const { response } = await talk.log.next('response.done');
  checkEqual(response.status, 'cancelled', 'status');
  await talk.log.next('sdk.audio_interrupted');
  await talk.log.next('conversation.item.truncated');
  await talk.log.next('response.done', 2);
  await talk.settled();
  checkEqual(talk.history().map(([who]) => who), ['user', 'assistant', 'user', 'assistant'], 'history');
  talk.end();
}

async function history(baseUrl) {
  const talk = await new Conversation(baseUrl, { config: TEXT }).open();
  const message = (itemId, role, type, words) => ({
    itemId, type: 'message', role, status: 'completed', content: [{ type, text: words }],
  });
  talk.session.updateHistory([message('msg_1', 'user', 'input_text', 'I am Ann.'),
    message('msg_2', 'assistant', 'output_text', 'Hi Ann.')]);
  await talk.log.next('conversation.item.done', 2);
  await talk.settled();
  checkEqual(talk.history(), [['user', 'I am Ann.'], ['assistant', 'Hi Ann.']], 'history');
  talk.session.updateHistory((items) => items.filter((item) => item.itemId !== 'msg_2'));
  await talk.log.next('conversation.item.deleted');
  await talk.settled();
  checkEqual(talk.history(), [['user', 'I am Ann.']], 'history without the second message');
  talk.end();
}

async function errors(baseUrl) {
  const talk = await new Conversation(baseUrl, { config: TEXT }).open();
  talk.session.transport.sendEvent({ type: 'nonsense', event_id: 'e1' });
  await talk.log.next('error');
  await talk.settled();
  checkEqual(talk.errors.map((failure) => failure.error.error.code), ['invalid_value'], 'errors');
  talk.errors = [];
  talk.session.sendMessage('Hello');
  checkEqual((await talk.log.next('response.done')).response.status, 'failed', 'status');
  talk.session.sendMessage('Hello again');
  checkEqual((await talk.log.next('response.done', 2)).response.status, 'completed', 'status');
  talk.end();
}

await run({ text, speech, tool: oneTool, tools: twoTools, interruption, history, errors });
