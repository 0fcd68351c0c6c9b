package io.realtime4j.audio;

/**
 * How fast the sound of an {@link AudioSource} is given to a session.
 *
 * @since 0.1.0
 */
public enum AudioPace {

	/**
	 * As fast as it comes: it is spoken right now.
	 */
	LIVE,

	/**
	 * As fast as it is spoken: it was recorded, and is played to the session.
	 */
	SPOKEN,

	/**
	 * As fast as the session takes it.
	 */
	AT_ONCE

}
