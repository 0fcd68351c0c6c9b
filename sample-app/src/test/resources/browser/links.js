/*
 * Follows all links of the developer panel, and returns status, type and address of each, with the tool that it shows.
 */
const done = arguments[0];
const addresses = new Set(Array.from(document.querySelectorAll('#developer a'), (link) => link.href));

Promise.all(Array.from(addresses, async (address) => {
	const response = await fetch(address);
	const text = await response.text();
	return `${response.status} ${response.headers.get('content-type')} ${address} ${text.match(/book_table/) ?? ''}`;
})).then(done, (error) => done([String(error)]));
