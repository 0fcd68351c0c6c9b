/** Return the element of the page that has an id. */
export function byId(id) {
	return document.getElementById(id);
}
