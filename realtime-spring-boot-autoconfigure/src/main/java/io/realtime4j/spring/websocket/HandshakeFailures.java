package io.realtime4j.spring.websocket;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.HandshakeRefused;
import jakarta.websocket.DeploymentException;

/**
 * Digs out of Tomcat's exceptions why a connection could not be opened. Tomcat gives the
 * HTTP status only as a part of a translated message, and nothing of the headers: how
 * long to wait is unknown. Its messages may hold the address, which may hold a secret.
 */
final class HandshakeFailures {

	private static final Pattern STATUS = Pattern.compile("\\[([1-5]\\d{2})\\]");

	private static final Pattern REDIRECTS = Pattern.compile("\\[1\\].*\\[0\\]");

	private HandshakeFailures() {
	}

	static ConnectionEnd explain(Throwable failure) {
		if (failure instanceof DeploymentException && failure.getCause() == null) {
			String message = String.valueOf(failure.getMessage());
			if (REDIRECTS.matcher(message).find()) {
				return new ConnectFailed("it redirects, which is not followed; use the final address as base URL");
			}
			Matcher status = STATUS.matcher(message);
			if (status.find()) {
				return new HandshakeRefused(Integer.parseInt(status.group(1)), null);
			}
		}
		return new ConnectFailed(describe(failure));
	}

	static String describe(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
			return "the host name is not known";
		}
		if (root instanceof ConnectException) {
			return "nothing answers at this address (connection refused)";
		}
		if (root instanceof TimeoutException) {
			return "no answer in time";
		}
		if (root instanceof SSLException || root.getClass().getName().startsWith("java.security.cert")
				|| root.getClass().getName().startsWith("sun.security")) {
			return "TLS failed: " + root.getMessage();
		}
		return root.getClass().getSimpleName();
	}

}
