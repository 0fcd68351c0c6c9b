package io.realtime4j.live.tool;

/**
 * Event published when a handler starts to do delegated work.
 *
 * @param task the work
 * @since 0.1.0
 */
public record DelegationStarted(DelegatedTask task) implements DelegationEvent {

	@Override
	public String type() {
		return "realtime4j.delegation.started";
	}

}
