package io.realtime4j.live.model;

import org.jspecify.annotations.Nullable;

/**
 * Use of a session so far. The number grows: the last one counts, they are not to be
 * added up.
 *
 * @param seconds active time of the session so far, in seconds, or {@code null} if not
 * said
 * @since 0.1.0
 */
public record LiveUsage(@Nullable Double seconds) {

}
