const NAMES = { guest: 'You', desk: 'Desk', call: 'Tool', result: 'Result' };

/**
 * Shows what is said, line by line, each at its place however late its words come.
 */
export class Conversation {

	constructor(frame, announcer) {
		this.frame = frame;
		this.announcer = announcer;
		this.lines = frame.querySelector('.lines');
		this.welcome = frame.querySelector('.welcome');
		this.current = false;
		this.known = new Map();
		new ResizeObserver(() => this.toEnd()).observe(frame);
	}

	toEnd() {
		this.frame.scrollTop = this.frame.scrollHeight;
	}

	/** From now on, what comes is new and read out to those who do not see it. */
	now() {
		this.current = true;
		this.toEnd();
	}

	clear() {
		this.known.clear();
		this.lines.replaceChildren();
		this.welcome.hidden = false;
		this.current = false;
	}

	show(caption) {
		const atEnd = this.frame.scrollHeight - this.frame.scrollTop - this.frame.clientHeight < 80;
		const line = this.known.get(caption.item) ?? this.add(caption);
		const finished = caption.state !== 'open';
		line.words.textContent = caption.speaker === 'call' ? describe(caption.text) : caption.text;
		line.words.classList.toggle('waiting', !caption.text && !finished);
		this.figureOf(line, 'state', caption.state === 'interrupted' ? 'interrupted' : '');
		if (finished && !line.finished && this.current) {
			this.announce(caption);
		}
		line.finished = finished;
		if (atEnd) {
			this.toEnd();
		}
	}

	figure(item, name, text) {
		const line = this.known.get(item);
		if (line?.speaker === 'desk') {
			this.figureOf(line, name, text);
		}
	}

	figureOf(line, name, text) {
		line.figures[name] = text;
		const { state, latency, tokens } = line.figures;
		line.footer.textContent = [state, latency, tokens].filter(Boolean).join(' · ');
	}

	add(caption) {
		this.welcome.hidden = true;
		const element = document.createElement('li');
		element.className = `line ${caption.speaker}`;
		const who = part(element, 'p', 'who');
		who.textContent = NAMES[caption.speaker] ?? caption.speaker;
		const line = { element, speaker: caption.speaker, words: part(element, 'p', 'words'), footer: part(element, 'p', 'figures'), figures: {} };
		const before = this.known.get(caption.after);
		if (before) {
			before.element.after(element);
		}
		else {
			this.lines.append(element);
		}
		this.known.set(caption.item, line);
		return line;
	}

	announce(caption) {
		if (caption.text && caption.speaker !== 'call' && caption.speaker !== 'result') {
			const line = part(this.announcer, 'p', '');
			line.textContent = `${NAMES[caption.speaker]}: ${caption.text}`;
			while (this.announcer.children.length > 5) {
				this.announcer.firstChild.remove();
			}
		}
	}

}

function part(parent, name, className) {
	const element = document.createElement(name);
	element.className = className;
	parent.append(element);
	return element;
}

function describe(call) {
	const [, name, json] = /^(\S+) ?(.*)$/s.exec(call) ?? [null, call, ''];
	try {
		const values = Object.entries(JSON.parse(json)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
		return `${name}(${values.join(', ')})`;
	}
	catch {
		return call;
	}
}
