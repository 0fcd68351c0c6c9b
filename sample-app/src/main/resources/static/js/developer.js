import { money } from './figures.js';
import { copies } from './copy.js';
import { byId } from './elements.js';
import { EventList } from './event-list.js';
import { LatencyList } from './latency-list.js';
import { showSources } from './sources.js';

const USED = {
	'last-text-in': ['input_token_details', 'text_tokens'], 'last-audio-in': ['input_token_details', 'audio_tokens'],
	'last-cached-in': ['input_token_details', 'cached_tokens'], 'last-text-out': ['output_token_details', 'text_tokens'],
	'last-audio-out': ['output_token_details', 'audio_tokens']
};

/**
 * What developers want to know: the session, its settings, what happens and the code behind it. It is closed at first, and
 * listens all the time, within bounds.
 */
export class DeveloperPanel {

	#panel = byId('developer');

	#button = byId('developer-button');

	#events = new EventList();

	#latencies = new LatencyList(byId('answers'), byId('no-answers'));

	#begin;

	/**
	 * @param {RealtimeClient} client the conversation
	 * @param {(choice: {model?: string, voice?: string}) => void} begin begins another one
	 */
	constructor(client, begin) {
		this.#begin = begin;
		client.watch((message, direction) => this.#see(message, direction));
		client.addEventListener('latency', ({ detail }) => this.#latencies.add(detail));
		this.#button.addEventListener('click', () => this.#panel.hidden ? this.#open() : this.#close());
		byId('developer-close').addEventListener('click', () => this.#close());
		this.#panel.addEventListener('keydown', (event) => this.#keyDown(event));
		byId('choice').addEventListener('submit', (event) => {
			event.preventDefault();
			this.#begin(this.choice);
		});
		copies(this.#panel, byId('developer-status'));
		showSources(byId('sources'));
	}

	/** What the person has chosen for the next conversation. */
	get choice() {
		return { model: byId('choice-model').value || undefined, voice: byId('choice-voice').value || undefined };
	}

	#open() {
		this.#panel.hidden = false;
		this.#button.setAttribute('aria-expanded', 'true');
		document.body.dataset.developer = 'open';
		this.#events.show();
		byId('developer-title').focus();
	}

	#close() {
		this.#panel.hidden = true;
		this.#button.setAttribute('aria-expanded', 'false');
		delete document.body.dataset.developer;
		this.#events.hide();
		this.#button.focus();
	}

	/** A search is ended first, then the panel is closed; an answer goes on. */
	#keyDown(event) {
		if (event.key === 'Escape') {
			event.stopPropagation();
			if (event.target.type !== 'search' || !event.target.value) {
				this.#close();
			}
		}
	}

	#see(message, direction) {
		if (message.type === 'event') {
			this.#events.add(message.event, direction, 'service');
			this.#use(message.event);
			return;
		}
		this.#events.add(message, direction, 'page');
		if (message.type === 'ready') {
			this.#ready(message);
		}
		else if (message.type === 'session') {
			this.#showSession(message);
		}
		else if (message.type === 'usage') {
			byId('all-in').textContent = count(message.inputTokens);
			byId('all-out').textContent = count(message.outputTokens);
			byId('all-cost').textContent = money(message.cost, message.currency);
		}
	}

	#ready({ resumed, models = [], voices = [] }) {
		if (!resumed) {
			this.#latencies.clear();
			for (const id of [...Object.keys(USED), 'all-in', 'all-out', 'all-cost']) {
				byId(id).textContent = '–';
			}
			byId('developer-hint').hidden = false;
		}
		byId('choice').hidden = models.length + voices.length === 0;
		offer('choice-model', models);
		offer('choice-voice', voices);
	}

	#showSession({ id, settings }) {
		byId('developer-hint').hidden = true;
		byId('session-id').textContent = id;
		document.querySelector('[data-copy="session-id"]').hidden = false;
		byId('session-model').textContent = settings?.model ?? '–';
		const voice = settings?.audio?.output?.voice ?? settings?.voice;
		byId('session-voice').textContent = voice?.id ?? voice ?? '–';
		byId('settings-json').textContent = settings ? JSON.stringify(settings, null, 2) : '–';
	}

	#use({ type, response }) {
		if (type === 'response.done' && response?.usage) {
			for (const [id, [kind, member]] of Object.entries(USED)) {
				byId(id).textContent = count(response.usage[kind]?.[member]);
			}
		}
	}

}

/** Offer what may be chosen, and keep what is. */
function offer(id, values) {
	const select = byId(id);
	const chosen = select.value;
	select.replaceChildren(new Option('As configured', ''), ...values.map((value) => new Option(value, value)));
	select.value = values.includes(chosen) ? chosen : '';
	select.hidden = values.length === 0;
	byId(`${id}-label`).hidden = values.length === 0;
}

function count(tokens) {
	return tokens === undefined ? '–' : tokens.toLocaleString();
}
