package io.realtime4j.speech;

/**
 * End of the user's turn, from which on an answer is waited for.
 *
 * @since 0.1.0
 */
public enum TurnEnd {

	/**
	 * The end of speech, which the server detected.
	 */
	SPEECH,

	/**
	 * The commit of the audio by the application, such as when a button is let go. When
	 * the last word was spoken before that is unknown.
	 */
	COMMIT,

	/**
	 * The request for the response, since nothing was spoken: a text, or a greeting.
	 */
	REQUEST

}
