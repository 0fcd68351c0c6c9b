import { Approvals } from './approvals.js';
import { Bookings } from './bookings.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { saveJson, saveText } from './download.js';
import { byId } from './elements.js';
import { Figures } from './figures.js';
import { Phase } from './phase.js';
import { Problems } from './problems.js';
import { TalkControls } from './talk.js';
import { client } from './voice.js';
import { Wave } from './wave.js';

const NOT_CONNECTED = 'There is no connection yet. Try again in a moment.';

const problems = new Problems(byId('problems'));
const conversation = new Conversation(byId('conversation'), byId('announcer'));
const bookings = new Bookings(byId('bookings'), byId('no-bookings'));
const figures = new Figures();
const approvals = new Approvals(byId('approval'), (id, approved) =>
	client.approve(id, approved, approved ? undefined : 'The guest said no.') || complain());

new Composer((text) => client.sendText(text) || complain());
new TalkControls(client);
new Phase(client);
new Wave(byId('wave'), client);

let away = null;

const on = (type, listener) => client.addEventListener(type, ({ detail }) => listener(detail));

on('state', showState);
on('ready', ({ resumed, history, approvals: open }) => {
	conversation.resume(resumed, history);
	open.forEach(showApproval);
	approvals.replace(open);
	bookings.refresh();
	if (!resumed) {
		figures.clear();
	}
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
	showApproval(approval);
	approvals.ask(approval);
});
on('approval-closed', ({ id, approved }) => {
	approvals.decided(id);
	conversation.tool({ callId: id, state: approved ? 'started' : 'refused' });
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

byId('sound').addEventListener('click', () => {
	client.volume = client.volume > 0 ? 0 : 1;
	byId('sound').setAttribute('aria-pressed', String(client.volume > 0));
});

byId('save-text').addEventListener('click', () => saveText(conversation.transcript));
byId('save-json').addEventListener('click', () => saveJson(conversation.transcript));
byId('anew').addEventListener('click', () => {
	client.disconnect();
	conversation.clear();
	client.connect();
});

for (const tab of document.querySelectorAll('[data-show]')) {
	tab.addEventListener('click', () => {
		document.body.dataset.view = tab.dataset.show;
		for (const other of document.querySelectorAll('[data-show]')) {
			other.setAttribute('aria-pressed', String(other === tab));
		}
	});
}

function showApproval({ id, name, arguments: json }) {
	conversation.tool({ callId: id, name, arguments: json, state: 'waiting' });
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
		byId('server').textContent = (await response.json()).name;
	}
}
