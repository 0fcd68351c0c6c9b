/**
 * The calls of tools that somebody has to approve, of which one is shown after the other.
 */
export class ApprovalQueue {

	#open = new Map();

	#shown = null;

	#view;

	/**
	 * @param {object} view
	 * @param {(approval: {id: string, name: string, arguments: string}) => void} view.show shows one
	 * @param {() => void} view.hide called when the one that is shown is no longer open
	 * @param {(id: string, approved: boolean) => boolean} view.decide tells a decision, and returns whether it was heard
	 */
	constructor(view) {
		this.#view = view;
	}

	/** These are open, and no others. */
	replace(approvals) {
		this.#open = new Map(approvals.map((approval) => [approval.id, approval]));
		this.#next();
	}

	/** One more is open. */
	ask(approval) {
		this.#open.set(approval.id, approval);
		this.#next();
	}

	/** Somebody has decided, perhaps elsewhere. */
	decided(id) {
		this.#open.delete(id);
		this.#next();
	}

	/** Decide about the one that is shown. */
	answer(approved) {
		const id = this.#shown;
		if (id === null) {
			return;
		}
		this.#shown = null;
		if (this.#view.decide(id, approved)) {
			this.#open.delete(id);
		}
		this.#view.hide();
		this.#next();
	}

	#next() {
		if (this.#shown !== null && !this.#open.has(this.#shown)) {
			this.#shown = null;
			this.#view.hide();
		}
		if (this.#shown === null && this.#open.size > 0) {
			const next = this.#open.values().next().value;
			this.#shown = next.id;
			this.#view.show(next);
		}
	}

}
