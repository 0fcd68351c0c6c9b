import { part } from '../realtime/elements.js';
import { copied } from './copy.js';
import { byId } from './elements.js';
import { sourcesOf } from './sources.js';

const MAX_EVENTS = 300;

const MAX_JSON = 20_000;

// What comes in pieces comes between other events
const LOOK_BACK = 8;

/**
 * The last events of a conversation, to be searched and copied. What is said in pieces, such as deltas, has one line for
 * those that belong together.
 */
export class EventList {

	#events = [];

	#shown = false;

	#dropped = 0;

	#frame = byId('event-log');

	#list = byId('events');

	#search = byId('event-search');

	#source = byId('event-source');

	#pause = byId('event-pause');

	constructor() {
		this.#search.addEventListener('input', () => this.#filter());
		this.#source.addEventListener('change', () => this.#filter());
		byId('event-clear').addEventListener('click', () => this.#clear());
		byId('event-copy').addEventListener('click', ({ currentTarget }) => copied(currentTarget, this.#text(), byId('developer-status')));
	}

	/**
	 * Note an event.
	 * @param {object} event the event
	 * @param {'sent' | 'received'} direction whether this page has sent it
	 * @param {'service' | 'page'} source whether the service says it, or the wire format between the page and the server
	 */
	add(event, direction, source) {
		if (this.#pause.checked) {
			return;
		}
		const before = inPieces(event.type) && this.#events.slice(-LOOK_BACK)
			.findLast((entry) => entry.type === event.type && entry.source === source);
		if (before) {
			before.times++;
			before.json = textOf(event);
			before.element && this.#write(before);
		}
		else {
			const entry = { type: event.type, direction, source, json: textOf(event), at: new Date(), times: 1, element: null };
			this.#events.push(entry);
			this.#shown && this.#append(entry);
			this.#forget();
		}
		this.#count();
	}

	/** Somebody looks. */
	show() {
		this.#shown = true;
		this.#events.forEach((entry) => this.#append(entry));
		this.#frame.scrollTop = this.#frame.scrollHeight;
		this.#count();
	}

	/** Nobody looks any more. */
	hide() {
		this.#shown = false;
		this.#list.replaceChildren();
		this.#events.forEach((entry) => entry.element = null);
	}

	#forget() {
		while (this.#events.length > MAX_EVENTS) {
			this.#events.shift().element?.remove();
			this.#dropped++;
		}
	}

	#clear() {
		this.#list.replaceChildren();
		this.#events = [];
		this.#dropped = 0;
		this.#count();
	}

	#append(entry) {
		const atEnd = this.#frame.scrollHeight - this.#frame.scrollTop - this.#frame.clientHeight < 40;
		const element = part(this.#list, 'li', `event ${entry.source}`);
		const details = part(element, 'details', '');
		const head = part(details, 'summary', '');
		part(head, 'time', '').textContent = entry.at.toLocaleTimeString(undefined, { hour12: false });
		const arrow = part(head, 'span', 'arrow');
		arrow.textContent = entry.direction === 'sent' ? '↑' : '↓';
		arrow.title = entry.direction;
		arrow.setAttribute('role', 'img');
		arrow.setAttribute('aria-label', entry.direction);
		part(head, 'code', 'type').textContent = entry.type;
		part(head, 'span', 'times');
		details.addEventListener('toggle', () => this.#write(entry));
		entry.element = element;
		this.#write(entry);
		element.hidden = !this.#wanted(entry);
		if (atEnd) {
			this.#frame.scrollTop = this.#frame.scrollHeight;
		}
	}

	#write(entry) {
		const details = entry.element.firstChild;
		details.querySelector('.times').textContent = entry.times > 1 ? `× ${entry.times}` : '';
		if (!details.open) {
			details.querySelector('.body')?.remove();
			return;
		}
		const body = details.querySelector('.body') ?? this.#body(entry, details);
		body.querySelector('pre').textContent = entry.json;
	}

	#body(entry, details) {
		const body = part(details, 'div', 'body');
		const actions = part(body, 'p', 'links');
		const copy = part(actions, 'button', 'copy');
		copy.type = 'button';
		copy.textContent = 'Copy';
		copy.setAttribute('aria-label', `Copy this ${entry.type}`);
		copy.addEventListener('click', () => copied(copy, entry.json, byId('developer-status')));
		for (const { name, href } of sourcesOf(entry.type, entry.json)) {
			const link = part(actions, 'a', '');
			link.href = href;
			link.target = '_blank';
			link.rel = 'noopener';
			link.textContent = name;
			link.setAttribute('aria-label', `${name}, the code behind ${entry.type}`);
		}
		const json = part(body, 'pre', '');
		json.tabIndex = 0;
		json.setAttribute('role', 'group');
		json.setAttribute('aria-label', `${entry.type} as JSON`);
		return body;
	}

	#wanted({ type, json, source }) {
		const search = this.#search.value.trim().toLowerCase();
		return (!this.#source.value || this.#source.value === source)
			&& (!search || type.includes(search) || json.toLowerCase().includes(search));
	}

	#filter() {
		for (const entry of this.#events) {
			if (entry.element) {
				entry.element.hidden = !this.#wanted(entry);
			}
		}
		this.#count();
	}

	#count() {
		if (!this.#shown) {
			return;
		}
		const all = this.#events.length;
		const wanted = this.#events.filter((entry) => this.#wanted(entry)).length;
		const dropped = this.#dropped > 0 ? `, ${this.#dropped.toLocaleString()} older ones forgotten` : '';
		byId('event-count').textContent = all === 0 ? 'No events' : `${wanted} of ${all}${dropped}`;
	}

	#text() {
		return this.#events.filter((entry) => this.#wanted(entry))
			.map(({ at, source, direction, times, json }) =>
				`${at.toISOString()} ${source} ${direction}${times > 1 ? ` (${times} times, the last)` : ''} ${json}`)
			.join('\n');
	}

}

function inPieces(type) {
	return type.endsWith('.delta') || type === 'played' || type === 'transcript';
}

function textOf(event) {
	const json = JSON.stringify(event, null, 2);
	return json.length <= MAX_JSON ? json : `${json.slice(0, MAX_JSON)}…`;
}
