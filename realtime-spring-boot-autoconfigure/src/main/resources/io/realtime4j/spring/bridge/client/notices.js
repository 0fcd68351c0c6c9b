import { part } from './elements.js';

const MAX_SHOWN = 3;

/**
 * Says what went wrong, until somebody has read it.
 */
export class Notices {

	/**
	 * @param {HTMLElement} frame where to say it
	 * @param {string} [close] the name of the button that takes it away
	 */
	constructor(frame, close = 'Close') {
		this.frame = frame;
		this.close = close;
	}

	/**
	 * Say it, unless that was just said.
	 * @param {string} text what went wrong, and what can be done
	 * @param {string} [action] the name of what the button does, besides closing
	 * @param {() => void} [act] does it
	 * @returns {HTMLElement} what can be taken away when it is no longer so
	 */
	tell(text, action = this.close, act = () => {}) {
		const last = this.frame.lastElementChild;
		if (last?.firstChild.textContent === text) {
			return last;
		}
		const problem = part(this.frame, 'div', 'problem');
		part(problem, 'span', '').textContent = text;
		const button = part(problem, 'button', '');
		button.type = 'button';
		button.textContent = action;
		button.addEventListener('click', () => {
			problem.remove();
			act();
		});
		while (this.frame.children.length > MAX_SHOWN) {
			this.frame.firstElementChild.remove();
		}
		return problem;
	}

}
