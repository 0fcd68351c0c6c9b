package io.realtime4j.live.tool;

import java.time.Duration;

/**
 * Event published when delegated work has ended and the model has been told, or cannot be
 * told. It is published once for each delegation, whether a handler started or not.
 *
 * @param task the work
 * @param outcome how it ended
 * @param elapsed the time since it was delegated
 * @since 0.1.0
 */
public record DelegationFinished(DelegatedTask task, DelegationOutcome outcome,
		Duration elapsed) implements DelegationEvent {

	@Override
	public String type() {
		return "realtime4j.delegation.finished";
	}

}
