package io.realtime4j.model.transcription;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Delay that a transcription may take to gather more context. Open: a value that is not
 * among the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record TranscriptionDelay(@JsonValue String value) {

	/**
	 * The value {@code minimal}.
	 */
	public static final TranscriptionDelay MINIMAL = new TranscriptionDelay("minimal");

	/**
	 * The value {@code low}.
	 */
	public static final TranscriptionDelay LOW = new TranscriptionDelay("low");

	/**
	 * The value {@code medium}.
	 */
	public static final TranscriptionDelay MEDIUM = new TranscriptionDelay("medium");

	/**
	 * The value {@code high}.
	 */
	public static final TranscriptionDelay HIGH = new TranscriptionDelay("high");

	/**
	 * The value {@code xhigh}.
	 */
	public static final TranscriptionDelay XHIGH = new TranscriptionDelay("xhigh");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TranscriptionDelay {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
