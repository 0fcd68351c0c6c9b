package io.realtime4j.spring.external;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Event published when the server has reported a usage: once for each response and each
 * transcription, and for each piece of the active time of a live session.
 *
 * @param id the id of the event
 * @param version the version of its form
 * @param time when it happened
 * @param session the session
 * @param model the name of the model that was used, or {@code null} if the server did not
 * tell
 * @param responseId the id of the response, or {@code null} if it is the usage of none
 * @param usage what was used, and what that costs
 * @since 0.1.0
 */
public record UsageReported(String id, int version, Instant time, ExternalSession session, @Nullable String model,
		@Nullable String responseId, ExternalUsage usage) implements ExternalEvent {

}
