package io.realtime4j.simulator.support;

import java.util.List;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what must hold of any stream of server events.
 */
public final class StreamValidator {

	private final boolean beta;

	private final Complaints complaints = new Complaints();

	private final List<StreamRule> rules = List.of(new EventIds(), new ResponseLives(), new OutputOrder(),
			new StreamedText(), new ItemOrder());

	private StreamValidator(boolean beta) {
		this.beta = beta;
	}

	/**
	 * Return a validator for the GA dialect.
	 * @return a validator that has seen nothing yet
	 */
	public static StreamValidator ga() {
		return new StreamValidator(false);
	}

	/**
	 * Return a validator for the beta dialect.
	 * @return a validator that has seen nothing yet
	 */
	public static StreamValidator beta() {
		return new StreamValidator(true);
	}

	/**
	 * Look at the next event.
	 * @param event the event
	 */
	public void accept(ObjectNode event) {
		ObjectNode known = (this.beta) ? BetaNames.toGa(event) : event;
		String type = Json.text(known, "type", "");
		this.complaints.about(type);
		this.rules.forEach((rule) -> rule.check(type, known, this.complaints));
	}

	/**
	 * Look back when the stream is over.
	 */
	public void end() {
		this.complaints.about("stream");
		this.rules.forEach((rule) -> rule.end(this.complaints));
	}

	/**
	 * Return what was found.
	 * @return what is wrong so far, nothing if all is well
	 */
	public List<String> complaints() {
		return this.complaints.list();
	}

}
