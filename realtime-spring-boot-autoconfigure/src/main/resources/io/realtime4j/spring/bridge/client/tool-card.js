import { part } from './elements.js';
import { inWords, valuesOf } from './tool-words.js';

const STATES = {
	waiting: 'toolWaiting', refused: 'toolRefused', started: 'toolStarted', finished: 'toolFinished', failed: 'toolFailed'
};

/**
 * Makes a card of a line, which shows a call of a tool while it happens.
 * @param {HTMLElement} element the line
 * @param {object} words what is said of the states
 */
export function toolCard(element, words) {
	const head = part(element, 'p', 'call');
	const mark = part(head, 'span', 'mark-of-state');
	mark.setAttribute('aria-hidden', 'true');
	const name = part(head, 'span', 'tool-name');
	const progress = part(head, 'span', 'tool-state');
	const details = part(element, 'p', 'arguments');
	const output = part(element, 'p', 'output');
	const record = { role: 'tool', at: new Date().toISOString() };
	element.record = record;
	return {
		words: '',
		show(call) {
			// What somebody refused has failed for the model
			const state = record.state === 'refused' ? 'refused' : call.state;
			for (const [key, value] of Object.entries({ ...call, state })) {
				record[key] = value ?? record[key];
			}
			element.dataset.state = record.state;
			name.textContent = inWords(record.name);
			const progressWords = words[STATES[record.state]];
			progress.textContent = progressWords;
			details.textContent = valuesOf(record.arguments).map(([key, value]) => `${inWords(key)}: ${value}`).join(' · ');
			output.textContent = record.output ?? '';
			this.words = `${inWords(record.name)}, ${progressWords}. ${record.output ?? ''}`;
		}
	};
}
