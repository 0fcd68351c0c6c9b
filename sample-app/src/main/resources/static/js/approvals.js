import { part } from './elements.js';
import { inWords, valuesOf } from './tools.js';

/**
 * Asks whether the model may do what somebody has to approve, one question after the other.
 */
export class Approvals {

	/**
	 * @param {HTMLDialogElement} dialog asks
	 * @param {(id: string, approved: boolean) => boolean} decide tells the answer, and returns whether it was heard
	 */
	constructor(dialog, decide) {
		this.dialog = dialog;
		this.decide = decide;
		this.open = new Map();
		this.shown = null;
		dialog.addEventListener('close', () => {
			focusAgain();
			this.answer(dialog.returnValue === 'yes');
		});
		dialog.addEventListener('cancel', () => dialog.returnValue = 'no');
	}

	/** These are open, and no others. */
	replace(approvals) {
		this.open = new Map(approvals.map((approval) => [approval.id, approval]));
		this.next();
	}

	ask(approval) {
		this.open.set(approval.id, approval);
		this.next();
	}

	/** Somebody has decided, perhaps elsewhere. */
	decided(id) {
		this.open.delete(id);
		this.next();
	}

	next() {
		if (this.shown && !this.open.has(this.shown)) {
			this.shown = null;
			this.dialog.close();
		}
		if (!this.shown && this.open.size > 0) {
			this.show(this.open.values().next().value);
		}
	}

	show({ id, name, arguments: json }) {
		this.shown = id;
		this.dialog.querySelector('.what').textContent = inWords(name);
		const list = this.dialog.querySelector('dl');
		list.replaceChildren();
		for (const [key, value] of valuesOf(json)) {
			const row = part(list, 'div', '');
			part(row, 'dt', '').textContent = inWords(key);
			part(row, 'dd', '').textContent = value;
		}
		this.dialog.returnValue = '';
		this.dialog.showModal();
	}

	answer(approved) {
		const id = this.shown;
		if (id === null) {
			return;
		}
		this.shown = null;
		if (this.decide(id, approved)) {
			this.open.delete(id);
		}
		this.next();
	}

}

/** Where a click closes a dialog, Chromium gives back the focus, but not the keys. */
function focusAgain() {
	const element = document.activeElement;
	element.blur();
	element.focus();
}
