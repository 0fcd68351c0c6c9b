package io.realtime4j.spring.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.HandshakeRefused;
import jakarta.websocket.DeploymentException;
import org.jspecify.annotations.Nullable;

/**
 * Says what an exception of the container means. The interfaces know no status of a
 * refusal; containers put it into the message, in brackets or behind a colon.
 */
final class Refusals {

	private static final Pattern STATUS = Pattern.compile("^[^\\[\\d]*(?:\\[|: )([3-5]\\d\\d)(?:\\]| |$)");

	private Refusals() {
	}

	/**
	 * Return why there is no connection.
	 * @param failure what the container threw
	 * @return the end of a connection that never was
	 */
	static ConnectionEnd explain(Throwable failure) {
		Throwable root = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof HandshakeRejected rejected) {
				return rejected.end();
			}
			HandshakeRefused refused = refused(cause);
			if (refused != null) {
				return refused;
			}
			root = cause;
		}
		if (root instanceof EOFException) {
			return new ConnectFailed("the server ended the connection before it answered");
		}
		return isOfTheNetwork(root) ? ConnectFailures.explain(root)
				: new ConnectFailed("it does not answer as a WebSocket server does");
	}

	private static @Nullable HandshakeRefused refused(Throwable cause) {
		if (cause instanceof DeploymentException && cause.getMessage() != null) {
			Matcher status = STATUS.matcher(cause.getMessage());
			return status.find() ? new HandshakeRefused(Integer.parseInt(status.group(1)), null) : null;
		}
		return null;
	}

	private static boolean isOfTheNetwork(Throwable root) {
		return root instanceof IOException || root instanceof GeneralSecurityException
				|| root instanceof TimeoutException || root instanceof UnresolvedAddressException;
	}

}
