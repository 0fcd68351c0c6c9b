package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.live.model.delegation.Delegation;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the model has delegated work. What it is about follows from what was
 * said up to the offset. Wire type {@code session.delegation.created}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param delegation the work
 * @param offsetMs when, in the time of the session, in milliseconds, or {@code null} if
 * not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionDelegationCreated(@Nullable String eventId, Delegation delegation, @Nullable Long offsetMs,
		@Nullable String clientEventId) implements LiveServerEvent {

	/**
	 * Create a new {@link SessionDelegationCreated} instance.
	 */
	public SessionDelegationCreated {
		Objects.requireNonNull(delegation, "'delegation' must not be null");
	}

	@Override
	public String type() {
		return "session.delegation.created";
	}

}
