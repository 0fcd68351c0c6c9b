import { RealtimeClient } from './realtime-client.js';

const STATES = {
	connecting: 'Connecting', reconnecting: 'Connecting again', closed: 'The conversation is over', open: 'Ready'
};

// Not an element: a content security policy may forbid those
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
	:host { display: block; font: inherit; }
	button {
		font: inherit; padding: 0.6em 1.2em; border: 1px solid currentcolor; border-radius: 2em; background: none;
		color: inherit; cursor: pointer;
	}
	button[aria-pressed="true"] { background: currentcolor; }
	button[aria-pressed="true"] span { color: Canvas; }
	button:disabled { opacity: 0.6; cursor: default; }
	p { margin: 0.5em 0 0; }`);

/**
 * A page that talks, in two lines:
 *
 *     <script type="module" src="/realtime/realtime-voice.js"></script>
 *     <realtime-voice></realtime-voice>
 *
 * A button starts and ends to listen, and what is said is written below. The attribute `src` says where the bridge is, if
 * not where this module came from; `client` is the conversation, for what more a page wants of it.
 */
export class RealtimeVoice extends HTMLElement {

	/** The conversation, a {@link RealtimeClient}, once the element is in a page. */
	client = null;

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
		root.innerHTML = `<button type="button" aria-pressed="false" disabled><span>Talk</span></button>
			<p role="status"></p><p part="caption" aria-live="polite"></p>`;
		const [button, status, caption] = root.querySelectorAll('button, p');
		const client = new RealtimeClient({ url: this.getAttribute('src') ?? undefined });
		const on = (type, listener) => client.addEventListener(type, ({ detail }) => listener(detail));
		on('state', ({ state, reason }) => {
			button.disabled = state !== 'open';
			status.textContent = reason ?? STATES[state];
		});
		on('microphone', ({ state }) => {
			button.setAttribute('aria-pressed', String(state !== 'off'));
			status.textContent = state === 'on' ? 'Listening' : STATES[client.state];
		});
		on('transcript', ({ text }) => caption.textContent = text);
		on('error', ({ message }) => status.textContent = message);
		button.addEventListener('click', () => toggle(client));
		this.client = client;
	}

}

function toggle(client) {
	if (client.mode) {
		client.manualTurns ? client.stopTalking() : client.stopMicrophone();
	}
	else {
		client.manualTurns ? client.startTalking() : client.startMicrophone();
	}
}

customElements.define('realtime-voice', RealtimeVoice);
