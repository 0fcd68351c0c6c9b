package io.realtime4j.model.session;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Time at which a key expires.
 *
 * @param epochSeconds seconds since 1970 (UTC)
 * @since 0.1.0
 */
public record ExpiresAt(@JsonValue long epochSeconds) implements SecretExpiry {

}
