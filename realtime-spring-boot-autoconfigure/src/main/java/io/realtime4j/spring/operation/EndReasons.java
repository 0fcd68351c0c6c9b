package io.realtime4j.spring.operation;

import java.util.Locale;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.FrameTooLarge;
import io.realtime4j.transport.HandshakeRefused;

/**
 * Internal names of the reasons why sessions and connections end, as meters and events
 * for other systems have them.
 *
 * @since 0.1.0
 */
public final class EndReasons {

	private static final String EXPIRED = "session_expired";

	private EndReasons() {
	}

	/**
	 * Return the reason of an end.
	 * @param cause the cause
	 * @return its name
	 */
	public static String of(CloseCause cause) {
		if (cause instanceof ClosedByApplication) {
			return "application";
		}
		if (cause instanceof ClosedByPolicy policy) {
			// Such as ClosedByBudget and ClosedForDraining, and those of the application
			return nameOf(policy.getClass()).replaceFirst("^closed_(by|for)_", "");
		}
		if (cause instanceof OpenTimedOut) {
			return "open_timed_out";
		}
		return (cause instanceof ConnectionEnded ended) ? of(ended) : "settings_refused";
	}

	private static String of(ConnectionEnded ended) {
		boolean expired = ended.error() != null && EXPIRED.equals(ended.error().code());
		return expired ? EXPIRED : of(ended.end());
	}

	/**
	 * Return the reason of the end of a connection, or of an attempt to open one.
	 * @param end the end
	 * @return its name
	 */
	public static String of(ConnectionEnd end) {
		if (end instanceof HandshakeRefused) {
			return "refused";
		}
		if (end instanceof ConnectFailed) {
			return "unreachable";
		}
		if (end instanceof FrameTooLarge) {
			return "frame_too_large";
		}
		return (end instanceof Closed) ? "closed_by_server" : "connection_lost";
	}

	/**
	 * Return the name of a type in lower case, its words separated by underscores.
	 * @param type the type
	 * @return the name
	 */
	public static String nameOf(Class<?> type) {
		return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

}
