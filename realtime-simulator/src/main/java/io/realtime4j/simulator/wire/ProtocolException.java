package io.realtime4j.simulator.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal exception for a refusal that is sent to the client as an {@code error} event.
 */
public final class ProtocolException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String code;

	private final String words;

	private final @Nullable String param;

	/**
	 * Create a new {@link ProtocolException} instance.
	 * @param code the machine-readable code, if the service gives one
	 * @param message the words of the service
	 * @param param the parameter that is wrong, if any
	 */
	public ProtocolException(@Nullable String code, String message, @Nullable String param) {
		super(message, null, false, false);
		this.code = code;
		this.words = message;
		this.param = param;
	}

	/**
	 * Return the machine-readable code.
	 * @return the code, or {@code null}
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * Return the body of the {@code error} event.
	 * @param clientEventId the identifier that the client gave its event, if any
	 * @return the error object
	 */
	public ObjectNode toError(@Nullable String clientEventId) {
		return Json.object()
			.put("type", "invalid_request_error")
			.put("code", this.code)
			.put("message", this.words)
			.put("param", this.param)
			.put("event_id", clientEventId);
	}

}
