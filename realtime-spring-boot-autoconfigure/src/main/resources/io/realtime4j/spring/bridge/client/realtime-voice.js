import { ApprovalQueue } from './approval-queue.js';
import { Captions } from './captions.js';
import { Composer } from './composer.js';
import { part } from './elements.js';
import { Notices } from './notices.js';
import { Phase } from './phase.js';
import { said } from './problems.js';
import { RealtimeClient } from './realtime-client.js';
import { inWords, valuesOf } from './tool-words.js';
import { STYLE } from './voice-style.js';
import { Wave } from './wave.js';
import { LINES, PROBLEMS } from './words.js';

const ICONS = {
	talk: ['M9 6.5a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0z', 'M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3'],
	stop: ['M7 7h10v10H7z'],
	send: ['M12 19V5.5M6 11l6-6 6 6']
};

const AWAY = ['connecting', 'reconnecting', 'closed'];

/**
 * A page that talks, in two lines:
 *
 *     <script type="module" src="/realtime/realtime-voice.js"></script>
 *     <realtime-voice></realtime-voice>
 *
 * One button starts and stops to listen, another stops an answer. What is said is written above them, and what tools do;
 * where a tool needs an approval, the element asks. Attributes:
 *
 * - `src`: where the bridge is, if not where this module came from
 * - `text`: shows a field to write in; its value is what the empty field says
 * - `name`: what the assistant is called
 *
 * `client` is the conversation, a {@link RealtimeClient}, for what more a page wants of it. The slots `welcome` (shown
 * until something is said) and `footer`, the custom properties `--realtime-*` and the parts are in the guide. Its own
 * words are in `RealtimeVoice.words`, which a page may replace before it adds the element; the guide names what the
 * server says.
 */
export class RealtimeVoice extends HTMLElement {

	/** What the element says, by the name of the phase or of the part, or by the code of a problem. */
	static words = {
		connecting: 'Connecting',
		reconnecting: 'Connecting again',
		closed: 'The conversation is over',
		opening: 'Opening the microphone',
		hearing: 'Hearing you',
		answering: 'Answering',
		waiting: 'Waiting for your decision',
		thinking: 'Thinking',
		listening: 'Listening',
		muted: 'Muted',
		microphoneOn: 'the microphone is on',
		ready: 'Ready',
		talk: 'Start talking',
		stopListening: 'Stop listening',
		sendTurn: 'Send what I said',
		connect: 'Connect again',
		stop: 'Stop',
		stopHint: 'Stop the answer (Esc)',
		write: 'Write a message',
		send: 'Send',
		user: 'You',
		assistant: 'Assistant',
		conversation: 'Conversation',
		welcome: 'Press the button and speak.',
		welcomeToWrite: 'Press the button and speak, or write.',
		anew: 'The conversation begins anew. What was said above is no longer known.',
		approve: 'May the assistant do this?',
		allow: 'Allow',
		reject: 'Don’t allow',
		rejected: 'The user said no.',
		close: 'Close',
		offline: 'There is no connection yet. Try again in a moment.',
		failed: 'The answer failed.',
		incomplete: 'The answer is incomplete.',
		...LINES,
		...PROBLEMS
	};

	/** The conversation, a {@link RealtimeClient}, once the element is in a page. */
	client = null;

	#parts = {};

	#words = RealtimeVoice.words;

	connectedCallback() {
		if (!this.client) {
			this.#build();
		}
		this.client.connect();
	}

	disconnectedCallback() {
		// Whoever moves the element takes it out for a moment
		queueMicrotask(() => this.isConnected || this.client.disconnect());
	}

	#build() {
		const root = this.attachShadow({ mode: 'open' });
		root.adoptedStyleSheets = [STYLE];
		const client = new RealtimeClient({ url: this.getAttribute('src') ?? undefined });
		this.client = client;
		this.#words = { ...RealtimeVoice.words };
		this.#words.assistant = this.getAttribute('name') ?? this.#words.assistant;
		const panel = shown(root, 'section', 'panel');
		panel.setAttribute('aria-label', this.#words.conversation);
		this.#parts.panel = panel;
		this.#buildCaptions(panel);
		this.#buildApproval(panel);
		this.#buildDock(panel);
		this.#listen(client);
		panel.addEventListener('keydown', ({ key }) => key === 'Escape' && client.answering && client.interrupt());
	}

	#buildCaptions(panel) {
		const frame = shown(panel, 'div', 'captions');
		frame.setAttribute('role', 'log');
		// What is final is announced, not every word as it comes
		frame.setAttribute('aria-live', 'off');
		frame.setAttribute('aria-label', this.#words.conversation);
		frame.tabIndex = 0;
		const welcome = slot(shown(frame, 'div', 'welcome'), 'welcome');
		welcome.textContent = this.hasAttribute('text') ? this.#words.welcomeToWrite : this.#words.welcome;
		part(frame, 'ol', 'lines');
		const announcer = part(panel, 'div', 'unseen');
		announcer.setAttribute('aria-live', 'polite');
		this.#parts.captions = new Captions(frame, announcer, this.#words);
		const problems = shown(panel, 'div', 'problems');
		problems.setAttribute('role', 'alert');
		this.#parts.notices = new Notices(problems, this.#words.close);
	}

	#buildApproval(panel) {
		const card = shown(panel, 'div', 'approval');
		card.hidden = true;
		card.setAttribute('role', 'group');
		const title = part(card, 'p', 'title');
		title.id = 'approval-title';
		title.textContent = this.#words.approve;
		const what = part(card, 'p', 'what');
		what.id = 'approval-what';
		card.setAttribute('aria-labelledby', 'approval-title approval-what');
		const values = part(card, 'dl', '');
		const answers = part(card, 'div', 'answers');
		const reject = shown(answers, 'button', 'reject');
		reject.textContent = this.#words.reject;
		const allow = shown(answers, 'button', 'allow');
		allow.textContent = this.#words.allow;
		const queue = new ApprovalQueue({
			show: (approval) => this.#ask(approval, { card, what, values, reject }),
			hide: () => this.#hide(card),
			decide: (id, approved) =>
				this.client.approve(id, approved, approved ? undefined : this.#words.rejected) || this.#complain()
		});
		reject.type = 'button';
		allow.type = 'button';
		reject.addEventListener('click', () => queue.answer(false));
		allow.addEventListener('click', () => queue.answer(true));
		this.#parts.approvals = queue;
	}

	#ask({ name, arguments: json }, { card, what, values, reject }) {
		what.textContent = inWords(name);
		values.replaceChildren();
		const said = [`${this.#words.approve} ${inWords(name)}`];
		for (const [key, value] of valuesOf(json)) {
			const row = part(values, 'div', '');
			part(row, 'dt', '').textContent = inWords(key);
			part(row, 'dd', '').textContent = value;
			said.push(`${inWords(key)}: ${value}`);
		}
		card.hidden = false;
		this.#parts.captions.announce(said.join('. '));
		// Whoever writes, or is elsewhere in the page, is not disturbed
		const focused = this.shadowRoot.activeElement;
		if (focused && focused.localName !== 'textarea') {
			reject.focus();
		}
	}

	#hide(card) {
		const focused = card.contains(this.shadowRoot.activeElement);
		card.hidden = true;
		if (focused) {
			this.#parts.talk.focus();
		}
	}

	#buildDock(panel) {
		const dock = part(panel, 'div', 'dock');
		const level = shown(dock, 'canvas', 'level');
		level.setAttribute('aria-hidden', 'true');
		new Wave(level, this.client, panel);
		this.#parts.status = shown(dock, 'p', 'status');
		this.#parts.status.setAttribute('role', 'status');
		const controls = shown(dock, 'div', 'controls');
		this.#parts.talk = button(controls, 'talk', ICONS.talk);
		this.#parts.talk.addEventListener('click', () => this.#press());
		this.#parts.stop = button(controls, 'stop', ICONS.stop);
		this.#parts.stop.lastChild.textContent = this.#words.stop;
		this.#parts.stop.title = this.#words.stopHint;
		this.#parts.stop.addEventListener('click', () => this.client.interrupt());
		if (this.hasAttribute('text')) {
			this.#buildComposer(dock);
		}
		slot(dock, 'footer');
		this.#show('connecting');
	}

	#buildComposer(dock) {
		const form = shown(dock, 'form', 'composer');
		form.autocomplete = 'off';
		const field = shown(form, 'textarea', 'field');
		field.rows = 1;
		field.maxLength = 4000;
		field.placeholder = this.getAttribute('text') || this.#words.write;
		field.setAttribute('aria-label', this.#words.write);
		field.enterKeyHint = 'send';
		const send = button(form, 'send', ICONS.send);
		send.type = 'submit';
		send.lastChild.className = 'unseen';
		send.lastChild.textContent = this.#words.send;
		new Composer(form, (text) => this.client.sendText(text) || this.#complain());
	}

	#listen(client) {
		const { captions, approvals, notices } = this.#parts;
		const on = (type, listener) => client.addEventListener(type, ({ detail }) => listener(detail));
		new Phase(client, (name) => this.#show(name));
		on('state', (detail) => this.#showProblem(detail));
		on('ready', (ready) => {
			const open = ready.approvals;
			captions.resume(ready);
			open.forEach((approval) => captions.waits(approval));
			approvals.replace(open);
		});
		on('transcript', (caption) => captions.show(caption));
		on('transcript-removed', ({ itemId }) => captions.remove(itemId));
		on('tool', (call) => captions.tool(call));
		on('tool-output', (output) => captions.tool(output));
		on('approval', (approval) => {
			captions.waits(approval);
			approvals.ask(approval);
		});
		on('approval-closed', ({ id, approved }) => {
			approvals.decided(id);
			captions.decided(id, approved);
		});
		on('error', (problem) => notices.tell(said(this.#words, problem)));
		on('response', ({ status }) => {
			if (status === 'failed' || status === 'incomplete') {
				notices.tell(this.#words[status]);
			}
		});
	}

	/** One button does what is to be done next, and says what that is. */
	#press() {
		const { client } = this;
		if (client.state === 'closed') {
			client.connect();
		}
		else if (client.mode) {
			this.#endsTurn() ? client.stopTalking() : client.stopMicrophone();
		}
		else {
			client.manualTurns ? client.startTalking() : client.startMicrophone();
		}
	}

	#show(phase) {
		const { client } = this;
		const { panel, status, talk, stop } = this.#parts;
		panel.dataset.phase = phase;
		const away = phase === 'connecting' || phase === 'reconnecting';
		// The device stays open while the connection is away: that is said, and can be ended
		const listens = away && client.mode !== null;
		write(status, listens ? `${this.#words[phase]}, ${this.#words.microphoneOn}` : this.#words[phase]);
		write(talk.lastChild, this.#words[this.#nextStep(phase)]);
		talk.disabled = away && !listens;
		talk.classList.toggle('on', client.mode !== null);
		stop.disabled = AWAY.includes(phase) || !client.answering;
	}

	#nextStep(phase) {
		if (this.client.mode !== null) {
			return this.#endsTurn() ? 'sendTurn' : 'stopListening';
		}
		if (AWAY.includes(phase)) {
			return phase === 'closed' ? 'connect' : phase;
		}
		return 'talk';
	}

	/** Whether to stop is to send what was said, which takes a connection. */
	#endsTurn() {
		return this.client.manualTurns && this.client.state === 'open';
	}

	#showProblem({ state, reason, code }) {
		this.#parts.away?.remove();
		const told = reason && AWAY.includes(state);
		this.#parts.away = told ? this.#parts.notices.tell(said(this.#words, { code, message: reason })) : null;
	}

	#complain() {
		this.#parts.notices.tell(this.#words.offline);
		return false;
	}

}

/** Add an element that a page can style as a part. */
function shown(parent, name, className) {
	const element = part(parent, name, className);
	element.setAttribute('part', className);
	return element;
}

function slot(parent, name) {
	const element = document.createElement('slot');
	element.name = name;
	parent.append(element);
	return element;
}

function button(parent, className, paths) {
	const element = shown(parent, 'button', className);
	element.type = 'button';
	const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	icon.setAttribute('viewBox', '0 0 24 24');
	icon.setAttribute('aria-hidden', 'true');
	for (const d of paths) {
		icon.appendChild(document.createElementNS(icon.namespaceURI, 'path')).setAttribute('d', d);
	}
	element.append(icon, document.createElement('span'));
	return element;
}

/** What stays the same is not written again, or it would be announced again. */
function write(element, text) {
	if (element.textContent !== text) {
		element.textContent = text;
	}
}

customElements.define('realtime-voice', RealtimeVoice);
