package io.realtime4j.live.model.audio;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A built-in voice by its name. Open: a value that is not among the constants is kept as
 * it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record BuiltInVoice(@JsonValue String value) implements LiveVoice {

	/**
	 * The voice {@code alloy}.
	 */
	public static final BuiltInVoice ALLOY = new BuiltInVoice("alloy");

	/**
	 * The voice {@code ash}.
	 */
	public static final BuiltInVoice ASH = new BuiltInVoice("ash");

	/**
	 * The voice {@code ballad}.
	 */
	public static final BuiltInVoice BALLAD = new BuiltInVoice("ballad");

	/**
	 * The voice {@code beacon}.
	 */
	public static final BuiltInVoice BEACON = new BuiltInVoice("beacon");

	/**
	 * The voice {@code bossa}.
	 */
	public static final BuiltInVoice BOSSA = new BuiltInVoice("bossa");

	/**
	 * The voice {@code cedar}.
	 */
	public static final BuiltInVoice CEDAR = new BuiltInVoice("cedar");

	/**
	 * The voice {@code cinder}.
	 */
	public static final BuiltInVoice CINDER = new BuiltInVoice("cinder");

	/**
	 * The voice {@code coral}.
	 */
	public static final BuiltInVoice CORAL = new BuiltInVoice("coral");

	/**
	 * The voice {@code delta}.
	 */
	public static final BuiltInVoice DELTA = new BuiltInVoice("delta");

	/**
	 * The voice {@code echo}.
	 */
	public static final BuiltInVoice ECHO = new BuiltInVoice("echo");

	/**
	 * The voice {@code gleam}.
	 */
	public static final BuiltInVoice GLEAM = new BuiltInVoice("gleam");

	/**
	 * The voice {@code marin}.
	 */
	public static final BuiltInVoice MARIN = new BuiltInVoice("marin");

	/**
	 * The voice {@code meridian}.
	 */
	public static final BuiltInVoice MERIDIAN = new BuiltInVoice("meridian");

	/**
	 * The voice {@code quartz}.
	 */
	public static final BuiltInVoice QUARTZ = new BuiltInVoice("quartz");

	/**
	 * The voice {@code ripple}.
	 */
	public static final BuiltInVoice RIPPLE = new BuiltInVoice("ripple");

	/**
	 * The voice {@code sage}.
	 */
	public static final BuiltInVoice SAGE = new BuiltInVoice("sage");

	/**
	 * The voice {@code shida}.
	 */
	public static final BuiltInVoice SHIDA = new BuiltInVoice("shida");

	/**
	 * The voice {@code shimmer}.
	 */
	public static final BuiltInVoice SHIMMER = new BuiltInVoice("shimmer");

	/**
	 * The voice {@code stone}.
	 */
	public static final BuiltInVoice STONE = new BuiltInVoice("stone");

	/**
	 * The voice {@code tempo}.
	 */
	public static final BuiltInVoice TEMPO = new BuiltInVoice("tempo");

	/**
	 * The voice {@code verse}.
	 */
	public static final BuiltInVoice VERSE = new BuiltInVoice("verse");

	/**
	 * The voice {@code vesper}.
	 */
	public static final BuiltInVoice VESPER = new BuiltInVoice("vesper");

	/**
	 * The voice {@code willow}.
	 */
	public static final BuiltInVoice WILLOW = new BuiltInVoice("willow");

	/**
	 * The voice {@code nuri}.
	 */
	public static final BuiltInVoice NURI = new BuiltInVoice("nuri");

	/**
	 * The voice {@code juni}.
	 */
	public static final BuiltInVoice JUNI = new BuiltInVoice("juni");

	/**
	 * The voice {@code flitz}.
	 */
	public static final BuiltInVoice FLITZ = new BuiltInVoice("flitz");

	/**
	 * The voice {@code brise}.
	 */
	public static final BuiltInVoice BRISE = new BuiltInVoice("brise");

	/**
	 * The voice {@code sillage}.
	 */
	public static final BuiltInVoice SILLAGE = new BuiltInVoice("sillage");

	/**
	 * The voice {@code nira}.
	 */
	public static final BuiltInVoice NIRA = new BuiltInVoice("nira");

	/**
	 * The voice {@code harema}.
	 */
	public static final BuiltInVoice HAREMA = new BuiltInVoice("harema");

	/**
	 * The voice {@code noeul}.
	 */
	public static final BuiltInVoice NOEUL = new BuiltInVoice("noeul");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public BuiltInVoice {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
