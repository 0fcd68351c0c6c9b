import { part } from './elements.js';
import { toolCard } from './tool-card.js';
import { LINES } from './words.js';

/**
 * Shows what is said, line by line, each at its place however late its words come, and what tools do in between. What is
 * final is announced to those who do not see it.
 */
export class Captions {

	/**
	 * @param {HTMLElement} frame what scrolls, with a list `.lines` and a `.welcome` that is shown while there are none
	 * @param {HTMLElement} announcer a polite live region
	 * @param {{user: string, assistant: string, anew: string}} names what the two sides are called, and what is said where
	 * the conversation begins anew; and in place of what is in `LINES`
	 */
	constructor(frame, announcer, names) {
		this.frame = frame;
		this.announcer = announcer;
		this.names = { ...LINES, ...names };
		this.lines = frame.querySelector('.lines');
		this.welcome = frame.querySelector('.welcome');
		this.known = new Map();
		this.calls = new Map();
		this.latencies = new Map();
		new ResizeObserver(() => this.toEnd()).observe(frame);
	}

	/** What is known of the conversation, line by line. */
	get transcript() {
		return Array.from(this.lines.children, (element) => element.record).filter((record) => record?.text || record?.name);
	}

	/**
	 * Show what was there before the page was here, as `ready` tells it.
	 * @param {object} ready what the conversation is at now
	 */
	resume({ resumed, history, tools = [], latencies = [] }) {
		if (!resumed) {
			this.breakOff(this.names.anew);
		}
		latencies.filter(({ itemId }) => !this.known.get(itemId)?.record.latency).forEach((latency) => this.waited(latency));
		history.forEach((entry) => this.update(entry));
		tools.forEach((call) => this.restore(call));
		this.toEnd();
	}

	/** Show a call that was there before, at its place. */
	restore({ previousItemId, ...call }) {
		if (!this.calls.has(call.callId)) {
			const behind = this.placeBehind(previousItemId, 'assistant');
			const element = this.add('line tool', behind);
			if (!behind) {
				this.lines.insertBefore(element, this.lines.querySelector('.line:not(.tool, .past)'));
			}
			this.calls.set(call.callId, toolCard(element, this.names));
		}
		this.calls.get(call.callId).show(call);
	}

	clear() {
		this.known.clear();
		this.calls.clear();
		this.latencies.clear();
		this.lines.replaceChildren();
		this.welcome.hidden = false;
	}

	/** Take away a line that nobody said or heard. */
	remove(itemId) {
		this.known.get(itemId)?.element.remove();
		this.known.delete(itemId);
	}

	/** What was said before is no longer part of the conversation. */
	breakOff(words) {
		this.known.clear();
		this.calls.clear();
		if (this.lines.children.length > 0) {
			for (const line of this.lines.children) {
				line.classList.add('past');
			}
			part(this.lines, 'li', 'break').textContent = words;
		}
	}

	/** Show a line, as far as it is known. */
	show(caption) {
		const line = this.update(caption);
		if (caption.final && !line.announced) {
			line.announced = true;
			this.announce(`${this.names[caption.role]}: ${caption.text}`);
		}
	}

	/** Show a call of a tool, and what becomes of it. */
	tool(call) {
		const known = this.calls.get(call.callId);
		if (!known && !call.name) {
			return;
		}
		this.keepingEnd(() => {
			const card = known ?? toolCard(this.add('line tool'), this.names);
			this.calls.set(call.callId, card);
			card.show(call);
			if (call.state && call.state !== 'started') {
				this.announce(card.words);
			}
		});
	}

	/** Show that a call waits for an approval. */
	waits({ id, name, arguments: json }) {
		this.tool({ callId: id, name, arguments: json, state: 'waiting' });
	}

	/** Show what was decided about a call. */
	decided(id, approved) {
		this.tool({ callId: id, state: approved ? 'started' : 'refused' });
	}

	/** Tell how long an answer was waited for. */
	waited(latency) {
		const line = this.known.get(latency.itemId);
		if (line) {
			this.figure(line, latency);
		}
		else {
			this.latencies.set(latency.itemId, latency);
		}
	}

	update(caption) {
		return this.keepingEnd(() => {
			const line = this.known.get(caption.itemId) ?? this.begin(caption);
			Object.assign(line.record, caption);
			line.words.textContent = caption.text;
			line.words.classList.toggle('waiting', !caption.text && !caption.final);
			line.footer.textContent = this.figures(line.record);
			return line;
		});
	}

	begin({ itemId, role, previousItemId }) {
		const element = this.add(`line ${role}`, this.placeBehind(previousItemId, role));
		part(element, 'p', 'who').textContent = this.names[role];
		const record = { itemId, role, at: new Date().toISOString() };
		const line = { element, record, words: part(element, 'p', 'words'), footer: part(element, 'p', 'figures') };
		element.record = record;
		this.known.set(itemId, line);
		if (this.latencies.has(itemId)) {
			this.figure(line, this.latencies.get(itemId));
			this.latencies.delete(itemId);
		}
		return line;
	}

	/** Tools are at work between a question and its answer; what is said while one waits comes behind it. */
	placeBehind(itemId, role) {
		let before = this.known.get(itemId)?.element;
		const follows = (next) => next?.classList.contains('tool') && (role === 'assistant' || next.dataset.state === 'waiting');
		while (follows(before?.nextElementSibling)) {
			before = before.nextElementSibling;
		}
		return before;
	}

	figure(line, { type, itemId, ...latency }) {
		line.record.latency = latency;
		line.footer.textContent = this.figures(line.record);
	}

	figures({ interrupted, left, latency }) {
		const waited = latency?.totalMs === undefined ? '' : `first sound after ${seconds(latency.totalMs)}`;
		return [interrupted ? (left ? this.names.left : this.names.interrupted) : '', waited].filter(Boolean).join(' · ');
	}

	add(className, before) {
		this.welcome.hidden = true;
		const element = document.createElement('li');
		element.className = className;
		element.setAttribute('part', className);
		if (before) {
			before.after(element);
		}
		else {
			this.lines.append(element);
		}
		return element;
	}

	keepingEnd(change) {
		const atEnd = this.frame.scrollHeight - this.frame.scrollTop - this.frame.clientHeight < 80;
		const result = change();
		if (atEnd) {
			this.toEnd();
		}
		return result;
	}

	toEnd() {
		this.frame.scrollTop = this.frame.scrollHeight;
	}

	/** Say something to those who do not see the page. */
	announce(words) {
		part(this.announcer, 'p', '').textContent = words;
		while (this.announcer.children.length > 5) {
			this.announcer.firstChild.remove();
		}
	}

}

/** Say a duration in ms to people. */
export function seconds(ms) {
	return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
