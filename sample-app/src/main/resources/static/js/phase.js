import { byId } from './elements.js';

/**
 * Says what happens at this moment: who speaks, who thinks, or what is wrong.
 */
export class Phase {

	constructor(client) {
		this.client = client;
		this.speaking = false;
		this.microphone = 'off';
		client.addEventListener('speech', ({ detail }) => this.speaking = detail.active);
		client.addEventListener('microphone', ({ detail }) => this.microphone = detail.state);
		client.addEventListener('ready', () => this.speaking = false);
		for (const type of ['state', 'speech', 'microphone', 'playback', 'response']) {
			client.addEventListener(type, () => this.show());
		}
	}

	show() {
		const phase = byId('phase');
		const [name, words] = this.now();
		document.body.dataset.phase = name;
		if (phase.textContent !== words) {
			phase.textContent = words;
		}
	}

	now() {
		const { client } = this;
		if (client.state !== 'open') {
			return ['away', client.state === 'closed' ? 'The conversation is over' : 'One moment'];
		}
		if (this.microphone === 'opening') {
			return ['opening', 'Opening the microphone'];
		}
		if (this.speaking && !client.muted) {
			return ['hearing', 'The desk hears you'];
		}
		if (client.playing) {
			return ['answering', 'The desk speaks'];
		}
		if (client.answering) {
			return ['thinking', 'The desk is thinking'];
		}
		if (this.microphone === 'on') {
			return client.muted ? ['ready', 'Muted'] : ['listening', 'Listening'];
		}
		return ['ready', 'Ready when you are'];
	}

}
