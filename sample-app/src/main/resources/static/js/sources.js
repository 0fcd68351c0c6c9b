import { part } from '../realtime/elements.js';

const JAVA = 'code/io/realtime4j/sample/';

const TOOLS = ['DeskTools.java', `${JAVA}desk/DeskTools.java`, 'the tools that the model may call'];

const CAPTIONS = ['captions.js', 'realtime/captions.js', 'what is said, line by line'];

const SOUND = ['loudspeaker.js', 'realtime/loudspeaker.js', 'what is heard'];

const APPROVALS = ['approvals.js', 'js/approvals.js', 'asks whether the model may do something'];

const CONTROLS = ['talk.js', 'js/talk.js', 'the button, the switch and the keys'];

const FIGURES = ['figures.js', 'js/figures.js', 'how long answers took, and what they cost'];

const CONNECTION = ['connection.js', 'realtime/connection.js', 'the way to the server, and back to it'];

const PAGE = ['main.js', 'js/main.js', 'what this page does upon events'];

const PHASE = ['phase.js', 'realtime/phase.js', 'who speaks, who thinks, who waits'];

const BOOK = ['BookingBook.java', `${JAVA}desk/BookingBook.java`, 'the book of the restaurant'];

const APPLICATION = ['FrontDeskApplication.java', `${JAVA}FrontDeskApplication.java`, 'the application'];

const ALL = [APPLICATION, TOOLS, BOOK, PAGE, CAPTIONS, CONTROLS, APPROVALS, FIGURES, PHASE, SOUND, CONNECTION];

// The first that fits is the nearest
const BEHIND = [
	[/^tool|function_call/, [TOOLS]],
	[/^approv/, [APPROVALS, TOOLS]],
	[/speech|^work$/, [PHASE]],
	[/^(latency|usage|rate_limits)/, [FIGURES]],
	[/audio\.(delta|done)$|^(audio|audio-end|clear|played)$/, [SOUND]],
	[/transcri|output_text|conversation\.item|content_part|output_item/, [CAPTIONS]],
	[/^(interrupt|mute|commit|text)$|input_audio_buffer/, [CONTROLS]],
	[/^(start|ready|state|session)|^session\./, [CONNECTION, PAGE]],
	[/./, [PAGE]]
];

/**
 * Return the code behind an event.
 * @param {string} type the type of the event
 * @param {string} json the event
 * @returns {{name: string, href: string}[]} files that this server serves
 */
export function sourcesOf(type, json) {
	const ofTool = json.includes('"function_call') && !type.startsWith('session');
	const [, sources] = BEHIND.find(([pattern]) => pattern.test(type));
	return (ofTool && !sources.includes(TOOLS) ? [...sources, TOOLS] : sources).map(([name, href]) => ({ name, href }));
}

/** List the files that matter most. */
export function showSources(list) {
	for (const [name, href, words] of ALL) {
		const element = part(list, 'li', '');
		const link = part(element, 'a', '');
		link.href = href;
		link.target = '_blank';
		link.rel = 'noopener';
		link.textContent = name;
		element.append(` ${words}`);
	}
}
