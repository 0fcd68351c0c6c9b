import { seconds } from '../realtime/captions.js';
import { part } from '../realtime/elements.js';

const MAX_ANSWERS = 6;

const PARTS = [
	['captureMs', 'Microphone'], ['detectionMs', 'End of speech detected'], ['responseMs', 'First audio received'],
	['playbackMs', 'First audio played']
];

/**
 * Where the time of the last answers went, as bars on one scale.
 */
export class LatencyList {

	#answers = [];

	#list;

	#empty;

	constructor(list, empty) {
		this.#list = list;
		this.#empty = empty;
	}

	add(latency) {
		this.#answers = [latency, ...this.#answers].slice(0, MAX_ANSWERS);
		this.#show();
	}

	clear() {
		this.#answers = [];
		this.#show();
	}

	#show() {
		this.#empty.hidden = this.#answers.length > 0;
		this.#list.replaceChildren();
		const longest = Math.max(...this.#answers.map(length));
		for (const answer of this.#answers) {
			const element = part(this.#list, 'li', '');
			const bar = part(element, 'div', 'bar');
			bar.setAttribute('aria-hidden', 'true');
			const words = part(element, 'p', 'parts');
			const total = part(words, 'strong', '');
			total.textContent = `First sound ${answer.totalMs === undefined ? '–' : seconds(answer.totalMs)}`;
			for (const [member, name] of PARTS) {
				if (answer[member] !== undefined) {
					part(bar, 'span', member).style.width = `${100 * answer[member] / longest}%`;
					const word = part(words, 'span', `key ${member}`);
					word.textContent = `${name} ${seconds(answer[member])}`;
				}
			}
		}
	}

}

function length(answer) {
	return Math.max(1, PARTS.reduce((sum, [member]) => sum + (answer[member] ?? 0), 0));
}
