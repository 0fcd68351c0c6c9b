package io.realtime4j.live.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Reason for the end of a session. Open: a value that is not among the constants is kept
 * as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record CloseReason(@JsonValue String value) {

	/**
	 * A client asked for it.
	 */
	public static final CloseReason CLOSE_REQUESTED = new CloseReason("close_requested");

	/**
	 * Its time was over.
	 */
	public static final CloseReason EXPIRED = new CloseReason("expired");

	/**
	 * Something was said that is not allowed.
	 */
	public static final CloseReason CONTENT = new CloseReason("content");

	/**
	 * The caller hung up.
	 */
	public static final CloseReason REMOTE_HANGUP = new CloseReason("remote_hangup");

	/**
	 * The connection of the one who started it was lost.
	 */
	public static final CloseReason CONNECTION_LOST = new CloseReason("connection_lost");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CloseReason {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
