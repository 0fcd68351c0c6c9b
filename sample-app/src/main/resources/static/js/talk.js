import { byId } from './elements.js';

// Whoever presses for less does not hold, but wants to talk until the next press
const TAP_MILLIS = 350;

const HINTS = {
	talk: 'Hold to talk, or tap to begin and tap again to send',
	listening: 'The desk listens all the time. Tap the button to mute',
	muted: 'The desk hears nothing. Tap the button to go on'
};

/**
 * The controls of the voice: a button to hold, or to tap twice; a switch for hands-free, where the button mutes; stop.
 */
export class TalkControls {

	constructor(client) {
		this.client = client;
		this.button = byId('talk');
		this.handsFree = byId('hands-free');
		this.pressedAt = null;
		this.button.addEventListener('pointerdown', (event) => this.pointerDown(event));
		for (const type of ['pointerup', 'pointercancel']) {
			this.button.addEventListener(type, () => this.release());
		}
		this.button.addEventListener('contextmenu', (event) => event.preventDefault());
		this.button.addEventListener('click', (event) => this.click(event));
		document.addEventListener('keydown', (event) => this.keyDown(event));
		document.addEventListener('keyup', (event) => this.keyUp(event));
		addEventListener('blur', () => this.release());
		this.handsFree.addEventListener('change', () => this.switchHandsFree());
		byId('stop').addEventListener('click', () => client.interrupt());
		for (const type of ['state', 'microphone', 'playback', 'response', 'ready']) {
			client.addEventListener(type, () => this.show());
		}
	}

	pointerDown(event) {
		if (event.button === 0) {
			this.button.setPointerCapture(event.pointerId);
			this.press();
		}
	}

	/** Assistive technology clicks without a pointer and without a key. */
	click(event) {
		if (event.detail === 0 && !this.keyIsDown) {
			this.press();
			this.release();
		}
	}

	keyDown(event) {
		if (event.key === 'Escape' && this.client.answering) {
			this.client.interrupt();
		}
		if (this.isTalkKey(event)) {
			event.preventDefault();
			if (!event.repeat) {
				this.keyIsDown = true;
				this.press();
			}
		}
	}

	keyUp(event) {
		if (this.keyIsDown && (event.key === ' ' || event.key === 'Enter')) {
			event.preventDefault();
			this.keyIsDown = false;
			this.release();
		}
	}

	isTalkKey({ key, target }) {
		return (key === ' ' && target === document.body) || ((key === ' ' || key === 'Enter') && target === this.button);
	}

	press() {
		const { client } = this;
		if (this.button.disabled) {
			return;
		}
		if (client.mode === 'hands-free') {
			client.muted = !client.muted;
		}
		else if (client.mode === 'talk') {
			client.stopTalking();
		}
		else {
			this.pressedAt = performance.now();
			client.startTalking();
		}
	}

	release() {
		if (this.pressedAt !== null && performance.now() - this.pressedAt > TAP_MILLIS) {
			this.client.stopTalking();
		}
		this.pressedAt = null;
	}

	switchHandsFree() {
		if (this.handsFree.checked) {
			this.client.startMicrophone();
		}
		else {
			this.client.stopMicrophone();
			this.client.muted = false;
		}
	}

	show() {
		const { client } = this;
		const open = client.state === 'open';
		const handsFree = client.mode === 'hands-free';
		// What is on can be ended also while the connection is away
		this.button.disabled = !open && client.mode === null;
		this.button.setAttribute('aria-pressed', String(client.mode !== null && !client.muted));
		this.handsFree.disabled = (!open && !handsFree) || client.manualTurns;
		this.handsFree.checked = handsFree;
		byId('talk-hint').textContent = HINTS[!handsFree ? 'talk' : client.muted ? 'muted' : 'listening'];
		byId('stop').disabled = !open || !client.answering;
	}

}
