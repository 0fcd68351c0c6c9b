import { ApprovalQueue } from '../realtime/approval-queue.js';
import { part } from '../realtime/elements.js';
import { inWords, valuesOf } from '../realtime/tool-words.js';
import { byId } from './elements.js';

/**
 * Asks whether the model may do what somebody has to approve, one question after the other. The question stays until it
 * is decided, and hides nothing: one can read, write and speak on.
 * @param {(id: string, approved: boolean) => boolean} decide tells the answer, and returns whether it was heard
 * @param {(words: string) => void} announce says it to those who do not see it
 * @param {() => boolean} busy whether Esc stops an answer, and decides nothing
 * @returns {ApprovalQueue} to be told what is open
 */
export function approvals(decide, announce, busy) {
	const card = byId('approval');
	const queue = new ApprovalQueue({ show: (approval) => show(card, approval, announce), hide: () => hide(card), decide });
	byId('reject').addEventListener('click', () => queue.answer(false));
	byId('approve').addEventListener('click', () => queue.answer(true));
	document.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape' && !card.hidden && !busy()) {
			queue.answer(false);
		}
	});
	return queue;
}

/** Which tools take a yes or a no in words. */
const byWord = new Set();

/** Let the questions about some tools say that words are enough. */
export function decidedByWord(names) {
	names.forEach((name) => byWord.add(name));
	byId('approval').querySelector('.hint').hidden = !byWord.has(byId('approval').dataset.tool);
}

function show(card, { name, arguments: json }, announce) {
	const title = byId('approval-title').textContent;
	const said = [`${title} ${inWords(name)}`];
	byId('approval-what').textContent = inWords(name);
	card.dataset.tool = name;
	const list = card.querySelector('dl');
	list.replaceChildren();
	for (const [key, value] of valuesOf(json)) {
		const row = part(list, 'div', '');
		part(row, 'dt', '').textContent = inWords(key);
		part(row, 'dd', '').textContent = value;
		said.push(`${inWords(key)}: ${value}`);
	}
	const hint = card.querySelector('.hint');
	hint.hidden = !byWord.has(name);
	if (!hint.hidden) {
		said.push(hint.textContent);
	}
	card.hidden = false;
	announce(said.join('. '));
	// Whoever writes is not disturbed
	if (document.activeElement.localName !== 'textarea') {
		byId('reject').focus({ preventScroll: true });
	}
}

function hide(card) {
	const focused = card.contains(document.activeElement);
	card.hidden = true;
	if (focused) {
		byId('words').focus();
	}
}
