const MAX_SHOWN = 3;

/**
 * Says what went wrong, until somebody has read it.
 */
export class Problems {

	constructor(frame) {
		this.frame = frame;
	}

	tell(text) {
		if (this.frame.lastElementChild?.firstChild.textContent === text) {
			return;
		}
		const problem = document.createElement('div');
		problem.className = 'problem';
		const words = document.createElement('span');
		words.textContent = text;
		const close = document.createElement('button');
		close.type = 'button';
		close.textContent = 'Close';
		close.addEventListener('click', () => problem.remove());
		problem.append(words, close);
		this.frame.append(problem);
		while (this.frame.children.length > MAX_SHOWN) {
			this.frame.firstElementChild.remove();
		}
	}

}
