import { PROBLEMS } from './words.js';

const MICROPHONE = new Map([
	['NotAllowedError', 'microphone-refused'],
	['NotFoundError', 'microphone-missing'],
	['NotReadableError', 'microphone-busy'],
	['SecurityError', 'page-not-secure']
]);

/**
 * What may go wrong in the page itself, with words that a person may see.
 * @typedef {object} Problem
 * @property {string} code what went wrong
 * @property {string} message the same in words
 * @property {string} [cause] what the browser said, if the code does not tell
 */

/**
 * Say what went wrong.
 * @param {string} code what went wrong
 * @param {string} [cause] what the browser said
 * @returns {Problem}
 */
export function problem(code, cause) {
	return { code, message: withCause(PROBLEMS[code], cause), cause };
}

/**
 * Say a problem in the words of a page.
 * @param {object} words the words, by code
 * @param {{code: string?, message: string, cause: string?}} problem what went wrong
 * @returns {string} the words, or the message where there are none for the code
 */
export function said(words, { code, message, cause }) {
	return Object.hasOwn(words, code) ? withCause(words[code], cause) : message;
}

/**
 * Say why the microphone cannot be used.
 * @param {Error} error what the browser said
 * @returns {Problem}
 */
export function microphoneProblem(error) {
	const code = MICROPHONE.get(error.name);
	return code ? problem(code) : problem('microphone-failed', error.message);
}

/**
 * Say why nothing can be played.
 * @param {Error} error what the browser said
 * @returns {Problem}
 */
export function loudspeakerProblem(error) {
	return error.name === 'SecurityError' ? problem('page-not-secure') : problem('loudspeaker-failed', error.message);
}

function withCause(words, cause) {
	return cause ? `${words} (${cause})` : words;
}
