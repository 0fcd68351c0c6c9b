import { Captions } from '../realtime/captions.js';
import { Composer } from '../realtime/composer.js';
import { Notices } from '../realtime/notices.js';
import { Phase } from '../realtime/phase.js';
import { Wave } from '../realtime/wave.js';
import { approvals as approvalsOf, decidedByWord } from './approvals.js';
import { Bookings } from './bookings.js';
import { DeveloperPanel } from './developer.js';
import { saveJson, saveText } from './download.js';
import { byId } from './elements.js';
import { Figures } from './figures.js';
import { TalkControls } from './talk.js';
import { client } from './voice.js';

const NOT_CONNECTED = 'There is no connection yet. Try again in a moment.';

const NAMES = {
	user: 'You', assistant: 'Desk', anew: 'Here the conversation begins anew: the desk no longer knows what was said above.'
};

const PHASES = {
	connecting: ['away', 'One moment'],
	reconnecting: ['away', 'One moment'],
	closed: ['away', 'The conversation is over'],
	opening: ['opening', 'Opening the microphone'],
	hearing: ['hearing', 'The desk hears you'],
	answering: ['answering', 'The desk speaks'],
	waiting: ['waiting', 'The desk waits for your decision'],
	thinking: ['thinking', 'The desk is thinking'],
	listening: ['listening', 'Listening'],
	muted: ['ready', 'Muted'],
	ready: ['ready', 'Ready when you are']
};

const problems = new Notices(byId('problems'));
const conversation = new Captions(byId('conversation'), byId('announcer'), NAMES);
const bookings = new Bookings(byId('bookings'), byId('no-bookings'));
const figures = new Figures();
const approvals = approvalsOf((id, approved) => client.approve(id, approved, approved ? undefined : 'The guest said no.') || complain(),
	(words) => conversation.announce(words), () => client.answering);

const composer = new Composer(byId('composer'), (text) => client.sendText(text) || complain());
new TalkControls(client);
new Phase(client, showPhase);
new Wave(byId('wave'), client, document.body);
const developer = new DeveloperPanel(client, beginAnew);

let away = null;

const on = (type, listener) => client.addEventListener(type, ({ detail }) => listener(detail));

on('state', showState);
on('ready', (ready) => {
	const { approvals: open, latencies = [] } = ready;
	conversation.resume(ready);
	open.forEach((approval) => conversation.waits(approval));
	approvals.replace(open);
	bookings.refresh();
	figures.clear();
	latencies.forEach((latency) => figures.waited(latency));
	showSaving();
});
on('transcript', (caption) => {
	conversation.show(caption);
	showSaving();
});
on('transcript-removed', ({ itemId }) => conversation.remove(itemId));
on('tool', (call) => {
	conversation.tool(call);
	bookings.refresh();
});
on('tool-output', (output) => conversation.tool(output));
on('approval', (approval) => {
	conversation.waits(approval);
	approvals.ask(approval);
});
on('approval-closed', ({ id, approved }) => {
	approvals.decided(id);
	conversation.decided(id, approved);
});
on('latency', (latency) => {
	figures.waited(latency);
	conversation.waited(latency);
});
on('usage', (usage) => figures.use(usage));
on('error', ({ message }) => problems.tell(message));
on('response', ({ status, reason }) => {
	if (status === 'failed' || status === 'incomplete') {
		problems.tell(`The answer ${status === 'failed' ? 'failed' : 'is incomplete'}${reason ? ` (${reason.replaceAll('_', ' ')})` : ''}.`);
	}
});

client.connect();
showServer();

// Browsers play nothing before somebody has touched the page
for (const gesture of ['pointerdown', 'keydown']) {
	document.addEventListener(gesture, () => client.unlock(), { capture: true });
}

for (const suggestion of document.querySelectorAll('[data-say]')) {
	suggestion.addEventListener('click', () => {
		client.sendText(suggestion.dataset.say) || complain();
		composer.focus();
	});
}

byId('sound').addEventListener('click', () => {
	client.volume = client.volume > 0 ? 0 : 1;
	byId('sound').setAttribute('aria-pressed', String(client.volume > 0));
});

byId('save-text').addEventListener('click', () => saveText(conversation.transcript));
byId('save-json').addEventListener('click', () => saveJson(conversation.transcript));
byId('anew').addEventListener('click', () => beginAnew(developer.choice));

for (const tab of document.querySelectorAll('[data-show]')) {
	tab.addEventListener('click', () => {
		document.body.dataset.view = tab.dataset.show;
		for (const other of document.querySelectorAll('[data-show]')) {
			other.setAttribute('aria-pressed', String(other === tab));
		}
	});
}

function beginAnew(choice) {
	client.disconnect();
	conversation.clear();
	client.connect(choice);
}

function showPhase(name) {
	const [phase, words] = PHASES[name];
	document.body.dataset.phase = phase;
	if (byId('phase').textContent !== words) {
		byId('phase').textContent = words;
	}
}

function complain() {
	problems.tell(NOT_CONNECTED);
	return false;
}

function showState({ state, reason }) {
	const words = { connecting: 'Connecting', open: 'Connected', reconnecting: 'Trying to reach the desk', closed: 'Closed' };
	byId('state').dataset.state = state;
	byId('state-words').textContent = words[state];
	away?.remove();
	if (state === 'closed' && reason) {
		away = problems.tell(reason, 'Connect again', () => client.connect());
	}
	else if (state === 'reconnecting' && reason) {
		away = problems.tell(reason);
	}
}

function showSaving() {
	const nothing = conversation.transcript.length === 0;
	byId('save-text').disabled = nothing;
	byId('save-json').disabled = nothing;
}

async function showServer() {
	const response = await fetch('desk/server').catch(() => null);
	if (response?.ok) {
		const server = await response.json();
		byId('server').textContent = server.name;
		decidedByWord(server.decidedByWord);
	}
}
