package io.realtime4j.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * Rate limit of the account.
 *
 * @param name what it counts, or {@code null} if absent
 * @param limit the most that is allowed, or {@code null} if absent
 * @param remaining what is left, or {@code null} if absent
 * @param resetSeconds seconds until it is whole again, or {@code null} if absent
 * @since 0.1.0
 */
public record RateLimit(@Nullable RateLimitName name, @Nullable Long limit, @Nullable Long remaining,
		@Nullable Double resetSeconds) {

}
