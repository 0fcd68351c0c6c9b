package io.realtime4j.model.session;

import org.jspecify.annotations.Nullable;

/**
 * Lifetime of an ephemeral key.
 *
 * @param anchor what the time counts from: {@code created_at}, or {@code null} if absent
 * @param seconds the length in seconds, 10 to 7200, or {@code null} if absent
 * @since 0.1.0
 */
public record ExpiresAfter(@Nullable String anchor, @Nullable Long seconds) implements SecretExpiry {

}
