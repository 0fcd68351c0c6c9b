package io.realtime4j.session;

import io.realtime4j.model.error.RealtimeError;

/**
 * Close cause when the server refused the settings of the session.
 *
 * @param error what the server said
 * @since 0.1.0
 */
public record SettingsRefused(RealtimeError error) implements CloseCause {

	@Override
	public String message() {
		String param = (this.error.param() != null) ? " (" + this.error.param() + ")" : "";
		return "The server refused the settings of the session" + param + ": " + ConnectionEnded.explain(this.error);
	}

}
