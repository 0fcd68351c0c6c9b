const MICROPHONE = new Map([
	['NotAllowedError', ['microphone-refused',
		'The browser does not let this page use the microphone. Allow it in the address bar, or write instead.']],
	['NotFoundError', ['microphone-missing', 'There is no microphone. Connect one, or write instead.']],
	['NotReadableError', ['microphone-busy',
		'The microphone cannot be used now. Another program may have taken it.']],
	['SecurityError', ['page-not-secure',
		'Browsers give the microphone only to https pages and to localhost. You can write instead.']]
]);

/**
 * What may go wrong in the page itself, with words that a person may see.
 * @typedef {object} Problem
 * @property {string} code what went wrong
 * @property {string} message the same in words
 */

/**
 * Say why the microphone cannot be used.
 * @param {Error} error what the browser said
 * @returns {Problem}
 */
export function microphoneProblem(error) {
	const [code, message] = MICROPHONE.get(error.name) ?? ['microphone-failed', `The microphone cannot be used: ${error.message}`];
	return { code, message };
}

/** The device was unplugged, or the permission taken back. */
export const MICROPHONE_LOST = { code: 'microphone-lost', message: 'The microphone is gone. Connect it again, or write instead.' };

/**
 * Say why nothing can be played.
 * @param {Error} error what the browser said
 * @returns {Problem}
 */
export function loudspeakerProblem(error) {
	return error.name === 'SecurityError'
		? { code: 'page-not-secure', message: 'Browsers let only https pages and localhost play what is said here.' }
		: { code: 'loudspeaker-failed', message: `The answer cannot be played: ${error.message}` };
}
