// Conversations of LiveKit's live model with the simulator, one scene for each thing people do.

import { initializeLogger, llm } from '@livekit/agents';
import * as openai from '@livekit/agents-plugin-openai';
import { AudioFrame } from '@livekit/rtc-node';
import { z } from 'zod';
import { check, checkEqual, EventLog, run, spoken } from './scene.mjs';

initializeLogger({ pretty: false, level: 'silent' });

const RATE = 24_000;

class Conversation {
  log = new EventLog();
  errors = [];
  calls = [];
  heard = 0;

  async open(baseUrl, tools = []) {
    const model = new openai.realtime.GPTLiveModel({
      apiKey: 'sk-test-0123456789', baseURL: baseUrl, responsesOptions: { model: 'gpt-5' },
    });
    this.session = model.session();
    this.session.on('openai_server_event_received', (event) => this.log.add(event));
    this.session.on('error', (error) => this.errors.push(error));
    this.session.on('function_call', (call) => this.calls.push(call));
    this.listening = this.#listen();
    const context = llm.ChatContext.empty();
    await this.session._updateSession('You are a front desk.', context, new llm.ToolContext(tools));
    await this.log.next('session.started');
    return this;
  }

  async #listen() {
    const reader = this.session.audioStream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      this.heard += next.value.frame.data.some((sample) => sample !== 0) ? 1 : 0;
    }
  }

  speak() {
    for (const piece of spoken()) {
      const samples = new Int16Array(piece.buffer.slice(piece.byteOffset, piece.byteOffset + piece.length));
      this.session.pushAudio(new AudioFrame(samples, RATE, 1, samples.length));
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
    await this.session.close();
    await this.listening;
    checkEqual((await this.log.next('session.closed')).reason, 'close_requested', 'reason');
  }
}

function tool(name) {
  return llm.tool({
    name, description: `Answers ${name}`, parameters: z.object({ city: z.string() }), execute: async () => 'done',
  });
}

async function speech(baseUrl) {
  const talk = await new Conversation().open(baseUrl);
  talk.session.appendCommentary('Good morning.');
  await talk.said('output', 'Good morning.');
  talk.speak();
  await talk.said('input', 'What time is it?');
  await talk.said('output', 'It is noon.');
  check(talk.heard > 0, 'no sound');
  await talk.end();
}

async function tools(baseUrl, names, answer) {
  const talk = await new Conversation().open(baseUrl, names.map(tool));
  talk.speak();
  await talk.log.find((event) => event.event?.type === 'response.completed', 'a response');
  checkEqual(talk.calls.map((call) => call.name), names, 'calls');
  await talk.session._appendItems(talk.calls.map((call) =>
    new llm.FunctionCallOutput({ callId: call.callId, name: call.name, output: 'done', isError: false })));
  await talk.said('output', answer);
  await talk.end();
}

await run({
  speech,
  tool: (baseUrl) => tools(baseUrl, ['get_weather'], 'It is sunny.'),
  tools: (baseUrl) => tools(baseUrl, ['get_weather', 'get_time'], 'Sunny, and noon.'),
});
