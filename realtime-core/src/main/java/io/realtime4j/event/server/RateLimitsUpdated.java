package io.realtime4j.event.server;

import java.util.List;

import io.realtime4j.model.usage.RateLimit;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Event with the rate limits of the account after a response. Comes shortly behind
 * {@code response.done}; not every server sends it. Wire type
 * {@code rate_limits.updated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param rateLimits the limits
 * @since 0.1.0
 */
public record RateLimitsUpdated(@Nullable String eventId, List<RateLimit> rateLimits) implements ServerEvent {

	/**
	 * Create a new {@link RateLimitsUpdated} instance.
	 */
	public RateLimitsUpdated {
		rateLimits = Copies.list(rateLimits);
	}

	@Override
	public String type() {
		return "rate_limits.updated";
	}

}
