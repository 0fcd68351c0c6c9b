/** Say the name of a tool, or of an argument, to people. */
export function inWords(name) {
	return name.replaceAll('_', ' ');
}

/** Return the names and values in the arguments of a call, which are JSON. */
export function valuesOf(json) {
	try {
		return Object.entries(typeof json === 'string' ? JSON.parse(json) : json ?? {})
			.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]);
	}
	catch {
		return [];
	}
}
