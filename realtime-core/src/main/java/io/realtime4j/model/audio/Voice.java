package io.realtime4j.model.audio;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Built-in voice, by its name. Open: a value that is not among the constants is kept as
 * it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record Voice(@JsonValue String value) implements OutputVoice {

	/**
	 * The voice {@code alloy}.
	 */
	public static final Voice ALLOY = new Voice("alloy");

	/**
	 * The voice {@code ash}.
	 */
	public static final Voice ASH = new Voice("ash");

	/**
	 * The voice {@code ballad}.
	 */
	public static final Voice BALLAD = new Voice("ballad");

	/**
	 * The voice {@code coral}.
	 */
	public static final Voice CORAL = new Voice("coral");

	/**
	 * The voice {@code echo}.
	 */
	public static final Voice ECHO = new Voice("echo");

	/**
	 * The voice {@code sage}.
	 */
	public static final Voice SAGE = new Voice("sage");

	/**
	 * The voice {@code shimmer}.
	 */
	public static final Voice SHIMMER = new Voice("shimmer");

	/**
	 * The voice {@code verse}.
	 */
	public static final Voice VERSE = new Voice("verse");

	/**
	 * The voice {@code marin}.
	 */
	public static final Voice MARIN = new Voice("marin");

	/**
	 * The voice {@code cedar}.
	 */
	public static final Voice CEDAR = new Voice("cedar");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Voice {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
