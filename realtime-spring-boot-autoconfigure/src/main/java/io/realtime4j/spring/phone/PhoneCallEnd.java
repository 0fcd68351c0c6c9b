package io.realtime4j.spring.phone;

/**
 * Reasons of the end of a call.
 *
 * @since 0.1.0
 */
public enum PhoneCallEnd {

	/**
	 * The application hung up, or it stopped.
	 */
	HUNG_UP,

	/**
	 * The caller hung up, or the connection to the carrier ended.
	 */
	REMOTE,

	/**
	 * The call goes on with somebody else, who was called instead of the application.
	 */
	TRANSFERRED,

	/**
	 * The session ended before the call: it was closed, or could not be opened or kept.
	 */
	SESSION_ENDED

}
