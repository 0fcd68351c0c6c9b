package io.realtime4j.usage;

import org.jspecify.annotations.Nullable;

/**
 * Event published with the active time that a live session has used since the last one,
 * taken from {@code session.usage.updated} and {@code session.closed}, which tell all of
 * it. It is billed by time, silence included.
 *
 * @param model the model of the session, or {@code null} if the server did not tell
 * @param usage the time
 * @param cost what that costs
 * @since 0.1.0
 */
public record ActiveTimeRecorded(@Nullable String model, Usage usage, Cost cost) implements UsageRecorded {

	@Override
	public String type() {
		return "realtime4j.usage.active_time";
	}

}
