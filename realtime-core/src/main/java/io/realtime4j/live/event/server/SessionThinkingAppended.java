package io.realtime4j.live.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when an addition to the knowledge of the model has reached it. Wire type
 * {@code session.thinking.appended}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param startMs where it begins in the time of the session, in milliseconds, or
 * {@code null} if not said
 * @param endMs where it ends in the time of the session, in milliseconds, exclusive, or
 * {@code null} if not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionThinkingAppended(@Nullable String eventId, @Nullable Long startMs, @Nullable Long endMs,
		@Nullable String clientEventId) implements LiveServerEvent {

	@Override
	public String type() {
		return "session.thinking.appended";
	}

}
