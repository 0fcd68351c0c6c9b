/*
 * Returns what axe-core finds fault with, once the script before this one has brought it.
 */
const [selector, done] = arguments;

axe.run(selector, { resultTypes: ['violations'] }).then(
	({ violations }) => done(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)),
	(error) => done([String(error)]));
