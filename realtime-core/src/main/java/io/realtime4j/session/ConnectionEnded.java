package io.realtime4j.session;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.transport.ConnectionEnd;
import org.jspecify.annotations.Nullable;

/**
 * Close cause when the connection ended or could not be opened.
 *
 * @param end how it ended
 * @param error the last error that the server sent and that no later event followed, or
 * {@code null}: mostly the reason for which it closed
 * @since 0.1.0
 */
public record ConnectionEnded(ConnectionEnd end, @Nullable RealtimeError error) implements CloseCause {

	@Override
	public String message() {
		return this.end.message() + ((this.error != null) ? "; the server said: " + explain(this.error) : "");
	}

	static String explain(RealtimeError error) {
		String code = (error.code() != null) ? " (" + error.code() + ")" : "";
		String advice = switch (String.valueOf(error.code())) {
			case "invalid_api_key" -> ". Check the API key";
			case "invalid_model", "missing_model" -> ". Check the model";
			case "beta_api_shape_disabled" -> ". This server no longer speaks the beta dialect: use GA";
			default -> "";
		};
		return error.safeMessage() + code + advice;
	}

}
