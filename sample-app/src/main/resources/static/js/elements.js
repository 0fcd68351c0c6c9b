/** Return the element of the page that has an id. */
export function byId(id) {
	return document.getElementById(id);
}

/** Add an element to another. */
export function part(parent, name, className) {
	const element = document.createElement(name);
	element.className = className;
	parent.append(element);
	return element;
}
