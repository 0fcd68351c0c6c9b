package io.realtime4j.session;

import java.time.Duration;

/**
 * Close cause when the server did not acknowledge the session in time.
 *
 * @param timeout the longest that opening may take
 * @param awaited what was awaited last
 * @since 0.1.0
 */
public record OpenTimedOut(Duration timeout, String awaited) implements CloseCause {

	@Override
	public String message() {
		return "The session was not open within " + this.timeout.toMillis() + " ms: still waiting for " + this.awaited;
	}

}
