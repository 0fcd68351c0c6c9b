/**
 * Tell the server something.
 * @param path where to
 * @param body JSON text, or bytes
 * @throws Error with a message for people
 */
export async function post(path, body) {
	const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
	let response;
	try {
		response = await fetch(path, { method: 'POST', body, headers: { 'Content-Type': type } });
	}
	catch {
		throw new Error('The application does not answer. Is it still running?');
	}
	if (!response.ok) {
		const problem = await response.json().catch(() => ({}));
		throw new Error(problem.detail || `The application refuses this (${response.status}).`);
	}
}
