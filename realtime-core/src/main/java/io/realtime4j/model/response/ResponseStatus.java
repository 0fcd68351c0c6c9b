package io.realtime4j.model.response;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Status of a response. Open: a value that is not among the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ResponseStatus(@JsonValue String value) {

	/**
	 * Complete.
	 */
	public static final ResponseStatus COMPLETED = new ResponseStatus("completed");

	/**
	 * Cancelled by the client or by speech.
	 */
	public static final ResponseStatus CANCELLED = new ResponseStatus("cancelled");

	/**
	 * Failed; see the details.
	 */
	public static final ResponseStatus FAILED = new ResponseStatus("failed");

	/**
	 * Ended early; see the details.
	 */
	public static final ResponseStatus INCOMPLETE = new ResponseStatus("incomplete");

	/**
	 * Being generated.
	 */
	public static final ResponseStatus IN_PROGRESS = new ResponseStatus("in_progress");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ResponseStatus {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
