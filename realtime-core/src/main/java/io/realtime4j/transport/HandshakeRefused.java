package io.realtime4j.transport;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * End when the server answered the handshake with an HTTP status other than an upgrade.
 *
 * @param status the HTTP status
 * @param retryAfter how long the server asks to wait, or {@code null} if it does not say
 * @since 0.1.0
 */
public record HandshakeRefused(int status, @Nullable Duration retryAfter) implements ConnectionEnd {

	@Override
	public String message() {
		String wait = (this.retryAfter != null) ? " (retry after " + this.retryAfter.toSeconds() + " s)" : "";
		return "The server refused the WebSocket handshake with HTTP status " + this.status + wait + ": " + advice();
	}

	private String advice() {
		return switch (this.status) {
			case 401 -> "the API key is missing or wrong";
			case 403 -> "the API key may not use this model or region, or the organization or project is wrong";
			case 404 -> "there is no realtime service at this address, or no such model or deployment";
			case 429 -> "the rate limit or the quota of the account is exhausted; wait or raise the limit";
			case 301, 302, 303, 307, 308 -> "it redirects, which is not followed; use the final address";
			default -> (this.status >= 500) ? "the server has a problem of its own; try again later"
					: "the server does not take this request";
		};
	}

}
