/** Add an element to another. */
export function part(parent, name, className) {
	const element = document.createElement(name);
	element.className = className;
	parent.append(element);
	return element;
}
