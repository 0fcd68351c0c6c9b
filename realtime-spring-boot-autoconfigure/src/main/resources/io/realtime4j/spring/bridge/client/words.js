/** What is said of lines and of calls of tools. */
export const LINES = {
	interrupted: 'interrupted',
	left: 'heard until the page was left',
	toolWaiting: 'waits for you',
	toolRefused: 'not allowed',
	toolStarted: 'working',
	toolFinished: 'done',
	toolFailed: 'failed'
};

/** What went wrong in the page or on the way to the server, by its code. */
export const PROBLEMS = {
	'microphone-refused':
		'The browser does not let this page use the microphone. Allow it in the address bar, or write instead.',
	'microphone-missing': 'There is no microphone. Connect one, or write instead.',
	'microphone-busy': 'The microphone cannot be used now. Another program may have taken it.',
	'microphone-lost': 'The microphone is gone. Connect it again, or write instead.',
	'microphone-failed': 'The microphone cannot be used.',
	'page-not-secure': 'Browsers let only https pages and localhost hear and speak. You can write instead.',
	'loudspeaker-failed': 'The answer cannot be played.',
	'server-gone': 'The server does not answer. Trying again.',
	'device-offline': 'This device is offline. Trying again.',
	'conversation-ended': 'The conversation has ended.',
	'page-not-understood': 'The server did not understand this page.',
	'not-allowed': 'The server does not allow this page another conversation.',
	'message-too-long': 'The message was too long.',
	'model-unreachable': 'The server cannot reach the model.'
};
