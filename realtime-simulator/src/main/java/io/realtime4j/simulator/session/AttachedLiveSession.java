package io.realtime4j.simulator.session;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connection at the side of a live session: it is told what the session tells, hears
 * what both sides say, and may say all but audio.
 */
final class AttachedLiveSession extends ServedSession {

	private final ServedLiveSession target;

	AttachedLiveSession(SessionRequest request, ServedLiveSession target, ServedSessionEnvironment environment,
			SessionOutput output) {
		super(request, environment, output);
		this.target = target;
	}

	@Override
	void begin() {
		this.target.attach(output());
	}

	@Override
	void take(@Nullable ObjectNode event) {
		this.target.receiveAttached(event, output());
	}

	@Override
	void stop() {
		this.target.detach(output());
	}

	@Override
	public void end(String reason) {
		this.target.end(reason);
	}

	@Override
	List<String> eventTypes() {
		return this.target.eventTypes();
	}

	@Override
	ObjectNode shaped(ObjectNode error) {
		return this.target.shaped(error);
	}

	// It ends with its session
	@Override
	void endLife() {
	}

}
