package io.realtime4j.spring.external;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Event published when a session has ended. A call of a tool that was open, and a usage
 * that was told at the very end, may be published after it.
 *
 * @param id the id of the event
 * @param version the version of its form
 * @param time when it happened
 * @param session the session
 * @param reason why it ended, such as {@code application}, {@code budget} or
 * {@code connection_lost}: the same names as the meters have
 * @param startedAt when it began to connect
 * @param durationMillis how long it lasted, in ms
 * @param usage what it used altogether, or {@code null} if that is not measured
 * @since 0.1.0
 */
public record SessionEnded(String id, int version, Instant time, ExternalSession session, String reason,
		Instant startedAt, long durationMillis, @Nullable ExternalUsage usage) implements ExternalEvent {

}
