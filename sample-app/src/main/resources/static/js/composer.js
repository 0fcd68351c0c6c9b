import { byId } from './elements.js';

/**
 * The field to write in.
 */
export class Composer {

	/**
	 * @param {(text: string) => boolean} say says it, and returns whether it was said
	 */
	constructor(say) {
		this.say = say;
		this.words = byId('words');
		byId('composer').addEventListener('submit', (event) => {
			event.preventDefault();
			this.send();
		});
		this.words.addEventListener('keydown', (event) => {
			if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
				event.preventDefault();
				this.send();
			}
		});
		this.words.addEventListener('input', () => this.grow());
		for (const suggestion of document.querySelectorAll('[data-say]')) {
			suggestion.addEventListener('click', () => {
				this.say(suggestion.dataset.say);
				this.words.focus();
			});
		}
	}

	send() {
		const text = this.words.value.trim();
		if (text && this.say(text)) {
			this.words.value = '';
			this.grow();
		}
	}

	grow() {
		this.words.style.height = 'auto';
		this.words.style.height = `${this.words.scrollHeight}px`;
	}

}
