package io.realtime4j.model.response;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Reason why a response was cancelled or is incomplete. Open: a value that is not among
 * the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record StatusReason(@JsonValue String value) {

	/**
	 * The user started to speak.
	 */
	public static final StatusReason TURN_DETECTED = new StatusReason("turn_detected");

	/**
	 * The client cancelled it.
	 */
	public static final StatusReason CLIENT_CANCELLED = new StatusReason("client_cancelled");

	/**
	 * It reached the maximum number of tokens.
	 */
	public static final StatusReason MAX_OUTPUT_TOKENS = new StatusReason("max_output_tokens");

	/**
	 * The content filter stopped it.
	 */
	public static final StatusReason CONTENT_FILTER = new StatusReason("content_filter");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public StatusReason {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
