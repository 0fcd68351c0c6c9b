package io.realtime4j.spring.logging;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.FrameTooLarge;
import io.realtime4j.transport.HandshakeRefused;

/**
 * Internal advice about the properties to check when a session has ended.
 */
public final class CloseAdvice {

	static final String SESSION = "realtime.session";

	static final String LIVE = "realtime.live";

	private CloseAdvice() {
	}

	/**
	 * Return advice for the end of a session.
	 * @param cause why the session ended
	 * @return the advice, empty if there is none
	 */
	public static String of(CloseCause cause) {
		return of(cause, SESSION);
	}

	static String of(CloseCause cause, String settings) {
		if (cause instanceof ConnectionEnded ended) {
			return of(ended.end(), settings);
		}
		if (cause instanceof SettingsRefused) {
			return "Correct the setting under '" + settings + "' that the server names.";
		}
		return (cause instanceof OpenTimedOut)
				? "Check 'realtime.base-url', or raise 'realtime.open-timeout' if the server is slow." : "";
	}

	private static String of(ConnectionEnd end, String settings) {
		if (end instanceof HandshakeRefused refused) {
			return of(refused.status(), settings);
		}
		if (end instanceof ConnectFailed) {
			return "Check 'realtime.base-url', the network, and 'realtime.ssl.bundle' if the server has"
					+ " a certificate of its own.";
		}
		return (end instanceof FrameTooLarge) ? "Raise 'realtime.max-frame-size' if such frames are expected." : "";
	}

	private static String of(int status, String settings) {
		return switch (status) {
			case 401 -> "Check 'realtime.api-key' (quotes are no part of a key), and 'realtime.authentication.header'"
					+ " for a server that takes the key in another header (Azure: api-key).";
			case 403 -> "Check that the key may use '" + settings + ".model', and check 'realtime.organization' and"
					+ " 'realtime.project'.";
			case 404 -> "Check 'realtime.base-url' and '" + settings + ".model' (Azure: the name of the deployment).";
			case 429 -> "Wait before the next attempt, or raise the limits or the budget of the account.";
			default -> (status < 500) ? "Check 'realtime.base-url'." : "";
		};
	}

}
