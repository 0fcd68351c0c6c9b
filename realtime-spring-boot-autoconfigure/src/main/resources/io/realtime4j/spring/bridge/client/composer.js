/**
 * A field to write in, which grows with its words. Enter sends them, Shift and Enter begin a line.
 */
export class Composer {

	#words;

	#say;

	/**
	 * @param {HTMLFormElement} form the form, with a `textarea`
	 * @param {(text: string) => boolean} say says it, and returns whether it was said
	 */
	constructor(form, say) {
		this.#words = form.querySelector('textarea');
		this.#say = say;
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#send();
		});
		this.#words.addEventListener('keydown', (event) => {
			if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
				event.preventDefault();
				this.#send();
			}
		});
		this.#words.addEventListener('input', () => this.#grow());
	}

	focus() {
		this.#words.focus();
	}

	#send() {
		const text = this.#words.value.trim();
		if (text && this.#say(text)) {
			this.#words.value = '';
			this.#grow();
		}
	}

	#grow() {
		this.#words.style.height = 'auto';
		this.#words.style.height = `${this.#words.scrollHeight}px`;
	}

}
