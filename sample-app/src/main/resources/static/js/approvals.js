import { ApprovalQueue } from '../realtime/approval-queue.js';
import { part } from '../realtime/elements.js';
import { inWords, valuesOf } from '../realtime/tool-words.js';

/**
 * Asks in a dialog whether the model may do what somebody has to approve, one question after the other.
 * @param {HTMLDialogElement} dialog asks
 * @param {(id: string, approved: boolean) => boolean} decide tells the answer, and returns whether it was heard
 * @returns {ApprovalQueue} to be told what is open
 */
export function approvalsIn(dialog, decide) {
	// The event comes later, when the next question may be shown
	let closedByQueue = 0;
	const hide = () => {
		if (dialog.open) {
			closedByQueue++;
			dialog.close();
		}
	};
	const queue = new ApprovalQueue({ show: (approval) => show(dialog, approval), hide, decide });
	dialog.addEventListener('close', () => {
		focusAgain();
		if (closedByQueue > 0) {
			closedByQueue--;
		}
		else {
			queue.answer(dialog.returnValue === 'yes');
		}
	});
	return queue;
}

function show(dialog, { name, arguments: json }) {
	dialog.querySelector('.what').textContent = inWords(name);
	const list = dialog.querySelector('dl');
	list.replaceChildren();
	for (const [key, value] of valuesOf(json)) {
		const row = part(list, 'div', '');
		part(row, 'dt', '').textContent = inWords(key);
		part(row, 'dd', '').textContent = value;
	}
	dialog.returnValue = '';
	dialog.showModal();
}

/** Where a click closes a dialog, Chromium gives back the focus, but not the keys. */
function focusAgain() {
	const element = document.activeElement;
	element.blur();
	element.focus();
}
