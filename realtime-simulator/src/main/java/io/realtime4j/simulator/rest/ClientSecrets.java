package io.realtime4j.simulator.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.simulator.session.SessionRequest;
import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.ProtocolErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal registry of the client secrets that have not expired.
 *
 * @since 0.1.0
 */
public final class ClientSecrets {

	private static final long DEFAULT_SECONDS = 600;

	private static final long MIN_SECONDS = 10;

	private static final long MAX_SECONDS = 7200;

	private static final int LENGTH = 32;

	private final Timeline timeline;

	private final Ids ids = new Ids();

	private final Map<String, ServedClientSecret> secrets = new ConcurrentHashMap<>();

	/**
	 * Create a new {@link ClientSecrets} instance.
	 * @param timeline gives the time
	 */
	public ClientSecrets(Timeline timeline) {
		this.timeline = timeline;
	}

	/**
	 * Make a client secret.
	 * @param request the session that it opens
	 * @param session the session as the service tells it
	 * @param expiresAfter the {@code expires_after} of the request, possibly a missing
	 * node
	 * @return the secret
	 */
	public ServedClientSecret create(SessionRequest request, ObjectNode session, JsonNode expiresAfter) {
		Instant now = this.timeline.now();
		this.secrets.values().removeIf((secret) -> !secret.expiresAt().isAfter(now));
		ServedClientSecret secret = new ServedClientSecret("ek_" + this.ids.letters(LENGTH),
				now.plus(lifetime(expiresAfter)), request, session);
		this.secrets.put(secret.value(), secret);
		return secret;
	}

	/**
	 * Find a secret that has not expired.
	 * @param key the key that a client gives, or {@code null}
	 * @return the secret, or {@code null} if the key is none
	 */
	public @Nullable ServedClientSecret find(@Nullable String key) {
		ServedClientSecret secret = (key != null) ? this.secrets.get(key) : null;
		return (secret != null && secret.expiresAt().isAfter(this.timeline.now())) ? secret : null;
	}

	private static Duration lifetime(JsonNode expiresAfter) {
		JsonNode seconds = expiresAfter.path("seconds");
		if (seconds.isMissingNode() || seconds.isNull()) {
			return Duration.ofSeconds(DEFAULT_SECONDS);
		}
		if (!seconds.isIntegralNumber()) {
			throw ProtocolErrors.wrongType("expires_after.seconds", "an integer", seconds);
		}
		if (seconds.longValue() < MIN_SECONDS) {
			throw ProtocolErrors.belowMinimum("expires_after.seconds", "integer", Long.toString(MIN_SECONDS),
					seconds.asString());
		}
		if (seconds.longValue() > MAX_SECONDS) {
			throw ProtocolErrors.aboveMaximum("expires_after.seconds", "integer", Long.toString(MAX_SECONDS),
					seconds.asString());
		}
		return Duration.ofSeconds(seconds.longValue());
	}

}
