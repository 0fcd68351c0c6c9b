package io.realtime4j.live.guardrail;

/**
 * Callback interface for what plays the speech of a live session and can be silenced,
 * since the server cannot cancel it. It is found as a
 * {@linkplain io.realtime4j.live.session.LiveInterceptor#feature feature} of the session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SpeechSilencer {

	/**
	 * Play no more of what is being said, until the model pauses or is asked to say
	 * something. May be called by any thread, and does not block.
	 */
	void silence();

}
