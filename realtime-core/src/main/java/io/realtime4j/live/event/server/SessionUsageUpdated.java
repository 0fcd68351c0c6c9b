package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.live.model.ContextWindow;
import io.realtime4j.live.model.LiveUsage;
import org.jspecify.annotations.Nullable;

/**
 * Event with the usage of the session so far. Wire type {@code session.usage.updated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param usage all that it has used, what earlier events said included
 * @param contextWindow how full the context of the model is, or {@code null} if not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionUsageUpdated(@Nullable String eventId, LiveUsage usage, @Nullable ContextWindow contextWindow,
		@Nullable String clientEventId) implements LiveServerEvent {

	/**
	 * Create a new {@link SessionUsageUpdated} instance.
	 */
	public SessionUsageUpdated {
		Objects.requireNonNull(usage, "'usage' must not be null");
	}

	@Override
	public String type() {
		return "session.usage.updated";
	}

}
