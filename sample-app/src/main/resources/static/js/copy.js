const SHOWN_MILLIS = 2000;

/**
 * Let the buttons of a panel that name an element by `data-copy` copy its text.
 * @param {HTMLElement} panel the panel
 * @param {HTMLElement} status is told to those who do not see it
 */
export function copies(panel, status) {
	for (const button of panel.querySelectorAll('[data-copy]')) {
		button.addEventListener('click', () => copied(button, document.getElementById(button.dataset.copy).textContent, status));
	}
}

/**
 * Copy a text, and say on the button what became of it.
 * @param {HTMLButtonElement} button was pressed
 * @param {string} text what to copy
 * @param {HTMLElement} status is told to those who do not see it
 */
export async function copied(button, text, status) {
	const done = await toClipboard(text) ? 'Copied' : 'Not allowed';
	button.dataset.words ??= button.textContent;
	button.textContent = done;
	status.textContent = done;
	setTimeout(() => {
		button.textContent = button.dataset.words;
		status.textContent = '';
	}, SHOWN_MILLIS);
}

async function toClipboard(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	}
	catch {
		return copyOfField(text);
	}
}

/** Pages without https have no clipboard, but may copy what is selected. */
function copyOfField(text) {
	const focused = document.activeElement;
	const field = document.createElement('textarea');
	field.value = text;
	field.className = 'unseen';
	document.body.append(field);
	field.select();
	const done = document.execCommand('copy');
	field.remove();
	focused?.focus();
	return done;
}
