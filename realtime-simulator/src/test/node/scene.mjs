// What the scripts share: a log of events that can be awaited, sound, and the run of one scene.

import { isDeepStrictEqual } from 'node:util';

const PATIENCE_MS = 60_000;
const RATE = 24_000;

const received = [];

export class EventLog {
  events = [];
  #printed;
  #waiters = [];

  // What another log has as well need not be printed.
  constructor(printed = true) {
    this.#printed = printed;
  }

  add(event) {
    this.events.push(event);
    if (this.#printed) {
      received.push(event);
    }
    for (const waiter of [...this.#waiters]) {
      waiter();
    }
  }

  all(type) {
    return this.events.filter((event) => event.type === type);
  }

  // The how-manieth event of a type, once it is there.
  async next(type, count = 1) {
    return this.#until(() => this.all(type)[count - 1], `${type} number ${count}`);
  }

  // The first event that a function accepts, once it is there.
  async find(accept, what) {
    return this.#until(() => this.events.find(accept), what);
  }

  async #until(probe, what) {
    if (probe()) {
      return probe();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${what} did not come, but ${this.events.map((event) => event.type).join(' ')}`));
      }, PATIENCE_MS);
      const waiter = () => {
        const found = probe();
        if (found) {
          clearTimeout(timer);
          this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
          resolve(found);
        }
      };
      this.#waiters.push(waiter);
    });
  }
}

// A tone between silences as PCM16, in pieces of 100 ms as a microphone gives them.
export function spoken() {
  const samples = [];
  const sound = (millis, loudness) => {
    for (let i = 0; i < (millis * RATE) / 1000; i++) {
      samples.push(Math.round(loudness * Math.sin((2 * Math.PI * 300 * i) / RATE)));
    }
  };
  sound(500, 0);
  sound(1000, 8000);
  sound(1500, 0);
  const pcm = Buffer.from(Int16Array.from(samples).buffer);
  const pieces = [];
  for (let start = 0; start < pcm.length; start += RATE / 5) {
    pieces.push(pcm.subarray(start, start + RATE / 5));
  }
  return pieces;
}

export function check(condition, complaint) {
  if (!condition) {
    throw new Error(complaint);
  }
}

export function checkEqual(actual, expected, what) {
  check(isDeepStrictEqual(actual, expected),
    `${what}: expected ${JSON.stringify(expected)}, but got ${JSON.stringify(actual)}`);
}

// Runs the scene that the command line names: node <script> <scene> <base URL>
// What was received is printed, an event a line; what went wrong goes to the standard error.
export async function run(scenes) {
  const [name, baseUrl] = process.argv.slice(2);
  try {
    await scenes[name](baseUrl);
  } catch (failure) {
    process.exitCode = 1;
    process.stderr.write(`${failure.stack ?? failure}\n`);
  }
  const lines = received.filter((event) => 'event_id' in event).map((event) => `${JSON.stringify(event)}\n`);
  process.stdout.write(lines.join(''), () => process.exit());
}
