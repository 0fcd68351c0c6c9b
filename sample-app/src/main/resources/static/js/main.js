import { Approvals } from './approvals.js';
import { Bookings } from './bookings.js';
import { Conversation } from './conversation.js';
import { Level } from './level.js';
import { Microphone } from './microphone.js';
import { Problems } from './problems.js';
import { Protocol } from './protocol.js';
import { post } from './server.js';
import { Speaker } from './speaker.js';

const byId = (id) => document.getElementById(id);

const problems = new Problems(byId('problems'));
const conversation = new Conversation(byId('conversation'), byId('announcer'));
const bookings = new Bookings(byId('bookings'), byId('no-bookings'));
const approvals = new Approvals(byId('approvals'), (problem) => problems.tell(problem));
const protocol = new Protocol(byId('events'));
const speaker = new Speaker(showStop);
const microphone = new Microphone((error) => problems.tell(error), showMicrophone);
const level = new Level(byId('level'), () => (microphone.on ? microphone : speaker).level());

let run = null;
let answering = false;

listen();

byId('composer').addEventListener('submit', (event) => {
	event.preventDefault();
	const words = byId('words');
	const text = words.value.trim();
	if (text) {
		words.value = '';
		grow();
		say(text);
	}
});

byId('words').addEventListener('keydown', (event) => {
	if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
		event.preventDefault();
		byId('composer').requestSubmit();
	}
});

byId('words').addEventListener('input', grow);
byId('stop').addEventListener('click', stop);
byId('speak').addEventListener('click', () => microphone.toggle());
document.addEventListener('keydown', (event) => {
	if (event.key === 'Escape') {
		stop();
	}
});

// Browsers play nothing before somebody has touched the page
for (const gesture of ['pointerdown', 'keydown']) {
	document.addEventListener(gesture, () => speaker.unlock(), { capture: true });
}

byId('sound').addEventListener('click', () => {
	speaker.muted = !speaker.muted;
	byId('sound').setAttribute('aria-pressed', String(!speaker.muted));
});

for (const suggestion of document.querySelectorAll('[data-say]')) {
	suggestion.addEventListener('click', () => {
		say(suggestion.dataset.say);
		byId('words').focus();
	});
}

for (const tab of document.querySelectorAll('[data-show]')) {
	tab.addEventListener('click', () => {
		document.body.dataset.view = tab.dataset.show;
		for (const other of document.querySelectorAll('[data-show]')) {
			other.setAttribute('aria-pressed', String(other === tab));
		}
	});
}

async function say(text) {
	try {
		if (answering || speaker.speaking) {
			await stop();
		}
		await post('desk/text', JSON.stringify({ text }));
	}
	catch (error) {
		problems.tell(error.message);
		byId('words').value ||= text;
	}
}

async function stop() {
	const heard = speaker.stop();
	if (!heard && !answering) {
		return;
	}
	try {
		await post('desk/stop', JSON.stringify(heard ?? {}));
	}
	catch (error) {
		problems.tell(error.message);
	}
}

function listen() {
	const events = new EventSource('desk/events');
	const on = (name, handler) => events.addEventListener(name, (event) => handler(JSON.parse(event.data)));
	on('hello', greet);
	on('now', () => conversation.now());
	on('state', (state) => showState(state.state, state.words));
	on('caption', (caption) => conversation.show(caption));
	on('latency', (latency) => conversation.figure(latency.item, 'latency', `first sound after ${seconds(latency.millis)}`));
	on('tokens', (tokens) => conversation.figure(tokens.item, 'tokens', `${tokens.total} tokens`));
	on('audio', (sound) => speaker.play(sound));
	on('silence', fallSilent);
	on('bookings', (list) => bookings.show(list));
	on('approval', (question) => approvals.show(question));
	on('problem', (problem) => problems.tell(problem.text));
	on('event', watch);
	events.addEventListener('error', () => showState('connecting', 'The application does not answer. Trying again'));
}

// Somebody speaks: the server has stopped by itself and has to know what was heard
function fallSilent() {
	const heard = speaker.stop();
	if (heard) {
		post('desk/stop', JSON.stringify(heard)).catch((error) => problems.tell(error.message));
	}
}

function greet(hello) {
	if (run && run !== hello.run) {
		conversation.clear();
		bookings.show([]);
		approvals.clear();
		protocol.clear();
		speaker.stop();
	}
	if (run !== hello.run) {
		answering = false;
	}
	run = hello.run;
}

function watch(event) {
	if (!protocol.show(event)) {
		return;
	}
	if (event.type === 'response.created') {
		answering = true;
	}
	else if (event.type === 'response.done' || event.type === 'realtime4j.session.closed') {
		answering = false;
	}
	showStop();
}

function showStop() {
	byId('stop').disabled = !answering && !speaker.speaking;
	level.active = speaker.speaking || microphone.on;
}

function showMicrophone() {
	byId('speak').setAttribute('aria-pressed', String(microphone.on));
	byId('words').placeholder = microphone.on ? 'Listening' : 'Write to the desk';
	showStop();
}

function showState(state, words) {
	byId('state').dataset.state = state;
	byId('state-words').textContent = words;
}

function seconds(millis) {
	return millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`;
}

function grow() {
	const words = byId('words');
	words.style.height = 'auto';
	words.style.height = `${words.scrollHeight}px`;
}
