package io.realtime4j.simulator.rest;

import java.time.Instant;

import io.realtime4j.simulator.session.SessionRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal key for one client, bound to the session that it may open.
 *
 * @param value the key
 * @param expiresAt when it can no longer open a session
 * @param request the session that it opens
 * @param session the session as the service tells it
 * @since 0.1.0
 */
public record ServedClientSecret(String value, Instant expiresAt, SessionRequest request, ObjectNode session) {

	@Override
	public String toString() {
		return "ServedClientSecret[expiresAt=" + this.expiresAt + "]";
	}

}
