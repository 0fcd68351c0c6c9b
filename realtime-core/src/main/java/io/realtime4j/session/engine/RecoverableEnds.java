package io.realtime4j.session.engine;

import java.time.Duration;
import java.util.Set;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.HandshakeRefused;
import org.jspecify.annotations.Nullable;

/**
 * Tells which ends of a connection may pass by themselves. Another attempt does not heal
 * what a server refuses for good: a wrong key, an unknown model, a protocol that it no
 * longer speaks.
 */
final class RecoverableEnds {

	/**
	 * Going away (restart, or the limit of a session), no status, abnormal closure,
	 * internal error, service restart, try again later, bad gateway (RFC 6455, section
	 * 7.4.1, and the registry of close codes).
	 */
	private static final Set<Integer> CLOSE_CODES = Set.of(1001, 1005, 1006, 1011, 1012, 1013, 1014);

	private static final Set<Integer> HANDSHAKE_STATUSES = Set.of(408, 429, 500, 502, 503, 504);

	/**
	 * The type of an error that is a fault of the service, whatever it was asked for.
	 */
	private static final String SERVER_ERROR = "server_error";

	private RecoverableEnds() {
	}

	static boolean contains(CloseCause cause) {
		if (cause instanceof ConnectionEnded ended) {
			return contains(ended.end());
		}
		if (cause instanceof SettingsRefused refused) {
			return SERVER_ERROR.equals(refused.error().type());
		}
		return cause instanceof OpenTimedOut;
	}

	private static boolean contains(ConnectionEnd end) {
		if (end instanceof Closed closed) {
			return CLOSE_CODES.contains(closed.code());
		}
		if (end instanceof HandshakeRefused refused) {
			return HANDSHAKE_STATUSES.contains(refused.status());
		}
		if (end instanceof ConnectFailed failed) {
			return !failed.permanent();
		}
		return end instanceof ConnectionLost;
	}

	/**
	 * Return the delay that the server asks for, or {@code null} if it does not.
	 */
	static @Nullable Duration retryAfter(CloseCause cause) {
		return (cause instanceof ConnectionEnded ended && ended.end() instanceof HandshakeRefused refused)
				? refused.retryAfter() : null;
	}

}
