package io.realtime4j.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.InterruptedByTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Internal descriptions of the exceptions that a transport meets. Messages of exceptions
 * may hold the address, which may hold a secret, so only those of TLS are passed on. It
 * is for transports; applications do not use it.
 *
 * @since 0.1.0
 */
public final class ConnectFailures {

	private ConnectFailures() {
	}

	/**
	 * Return why there is no connection.
	 * @param failure the exception that the network threw
	 * @return the end of a connection that never was
	 */
	public static ConnectFailed explain(Throwable failure) {
		// Neither a certificate nor the protocols of a server change from one attempt to
		// the next
		Throwable root = root(failure);
		boolean permanent = root instanceof SSLHandshakeException || root instanceof GeneralSecurityException;
		return new ConnectFailed(describe(failure), permanent);
	}

	/**
	 * Return what an exception means.
	 * @param failure the exception that the network threw
	 * @return the description, without secrets
	 */
	public static String describe(Throwable failure) {
		Throwable root = root(failure);
		if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
			return "the host name is not known";
		}
		if (root instanceof ConnectException) {
			return "nothing answers at this address (connection refused)";
		}
		if (root instanceof TimeoutException || root instanceof InterruptedByTimeoutException) {
			return "no answer in time";
		}
		if (root instanceof SSLException || root instanceof GeneralSecurityException) {
			return "TLS failed: " + root.getMessage();
		}
		if (root instanceof EOFException) {
			return "the server ended the connection";
		}
		return (root instanceof IOException) ? "the connection broke" : root.getClass().getSimpleName();
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
