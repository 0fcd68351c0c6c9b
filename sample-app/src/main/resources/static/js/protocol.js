const MAX_ROWS = 250;

/**
 * Shows the events of the session. The many pieces of one answer share a row for each kind.
 */
export class Protocol {

	constructor(list) {
		this.list = list;
		this.clear();
	}

	clear() {
		this.list.replaceChildren();
		this.pieces = new Map();
		this.last = 0;
		this.count();
	}

	/**
	 * Show an event.
	 * @returns whether it is new
	 */
	show(event) {
		if (event.number <= this.last) {
			return false;
		}
		this.last = event.number;
		const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
		if (event.type.endsWith('.delta')) {
			this.showPiece(event);
		}
		else {
			this.pieces.clear();
			this.add(event);
		}
		this.count();
		if (atEnd) {
			this.list.scrollTop = this.list.scrollHeight;
		}
		return true;
	}

	showPiece(event) {
		const row = this.pieces.get(event.type);
		if (!row) {
			this.pieces.set(event.type, this.add(event));
			return;
		}
		row.times++;
		row.size += event.size;
		row.event = event;
		row.timesText.textContent = `\u00a0×\u00a0${row.times}`;
		row.sizeText.textContent = bytes(row.size);
	}

	add(event) {
		const element = document.createElement('li');
		const body = event.details ? document.createElement('details') : document.createElement('div');
		const head = document.createElement(event.details ? 'summary' : 'div');
		head.className = event.details ? '' : 'plain';
		element.classList.toggle('own', !event.details);
		element.classList.toggle('error', event.type === 'error');
		const time = child(head, 'time', '', clock(event.at));
		time.dateTime = new Date(event.at).toISOString();
		time.title = time.dateTime;
		const type = child(head, 'span', 'type', '');
		type.append(...breakable(event.type));
		const row = { event, times: 1, size: event.size, timesText: child(type, 'span', 'times', '') };
		row.sizeText = child(head, 'span', 'size', event.size ? bytes(event.size) : '');
		body.append(head);
		if (event.details) {
			const details = child(body, 'pre', '', '');
			body.addEventListener('toggle', () => {
				details.textContent = body.open ? pretty(row.event.details) : '';
				element.scrollIntoView({ block: 'nearest' });
			});
		}
		element.append(body);
		this.list.append(element);
		if (this.list.children.length > MAX_ROWS) {
			this.list.firstChild.remove();
		}
		return row;
	}

	count() {
		for (const badge of document.querySelectorAll('[data-count="events"]')) {
			badge.textContent = this.last;
		}
	}

}

function child(parent, name, className, text) {
	const element = document.createElement(name);
	element.className = className;
	element.textContent = text;
	parent.append(element);
	return element;
}

// Long names may be broken where their words end
function breakable(type) {
	return type.split(/(?<=[._])/).flatMap((word) => [document.createElement('wbr'), word]);
}

function clock(millis) {
	const date = new Date(millis);
	const two = (number) => String(number).padStart(2, '0');
	return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function bytes(size) {
	return size < 1024 ? `${size} B` : `${(size / 1024).toFixed(1)} KB`;
}

function pretty(json) {
	try {
		return JSON.stringify(JSON.parse(json), null, 2);
	}
	catch {
		return json;
	}
}
