/**
 * What happens at this moment of a conversation: who speaks, who thinks, who waits, or what is wrong. Its names are
 * `connecting`, `reconnecting`, `closed`, `opening` (the microphone), `hearing`, `answering`, `waiting` (for an approval),
 * `thinking`, `listening`, `muted` and `ready`.
 */
export class Phase {

	#client;

	#speaking = false;

	#microphone = 'off';

	#approvals = new Set();

	/**
	 * @param {RealtimeClient} client the conversation
	 * @param {(name: string) => void} onChange told what happens, whenever it may have changed
	 */
	constructor(client, onChange) {
		this.#client = client;
		const on = (type, listener) => client.addEventListener(type, ({ detail }) => {
			listener(detail);
			onChange(this.name);
		});
		on('state', () => {});
		on('playback', () => {});
		on('response', () => {});
		on('work', () => {});
		on('speech', ({ active }) => this.#speaking = active);
		on('microphone', ({ state }) => this.#microphone = state);
		on('approval', ({ id }) => this.#approvals.add(id));
		on('approval-closed', ({ id }) => this.#approvals.delete(id));
		on('ready', ({ approvals }) => {
			this.#speaking = false;
			this.#approvals = new Set(approvals.map(({ id }) => id));
		});
	}

	get name() {
		const client = this.#client;
		if (client.state !== 'open') {
			return client.state;
		}
		if (this.#microphone === 'opening') {
			return 'opening';
		}
		if (this.#speaking && !client.muted) {
			return 'hearing';
		}
		if (client.playing) {
			return 'answering';
		}
		if (this.#approvals.size > 0) {
			return 'waiting';
		}
		if (client.answering || client.working) {
			return 'thinking';
		}
		return this.#microphone !== 'on' ? 'ready' : client.muted ? 'muted' : 'listening';
	}

}
