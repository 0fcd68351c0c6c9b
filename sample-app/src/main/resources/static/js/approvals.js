import { post } from './server.js';

/**
 * Asks whether the model may do what somebody has to approve.
 */
export class Approvals {

	constructor(list, onProblem) {
		this.list = list;
		this.onProblem = onProblem;
		this.open = new Map();
	}

	show(question) {
		this.open.get(question.id)?.remove();
		this.open.delete(question.id);
		if (question.open) {
			const element = this.element(question);
			this.open.set(question.id, element);
			this.list.append(element);
		}
	}

	clear() {
		this.open.clear();
		this.list.replaceChildren();
	}

	element(question) {
		const element = document.createElement('li');
		const words = document.createElement('p');
		words.textContent = `May the desk do this? ${inWords(question)}`;
		element.append(words, this.button('Approve', question, true), this.button('Reject', question, false));
		return element;
	}

	button(label, question, approve) {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = label;
		button.addEventListener('click', async () => {
			try {
				await post('desk/approvals', JSON.stringify({ id: question.id, approve }));
			}
			catch (error) {
				this.onProblem(error.message);
			}
		});
		return button;
	}

}

function inWords(question) {
	const name = question.tool.replaceAll('_', ' ');
	try {
		return `${name}: ${Object.values(JSON.parse(question.arguments)).join(', ')}`;
	}
	catch {
		return name;
	}
}
