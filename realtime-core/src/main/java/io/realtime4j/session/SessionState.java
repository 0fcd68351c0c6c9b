package io.realtime4j.session;

/**
 * State of a session.
 *
 * @since 0.1.0
 */
public enum SessionState {

	/**
	 * Nothing has been done yet; the first use opens it.
	 */
	NEW,

	/**
	 * It is being opened. Commands wait.
	 */
	CONNECTING,

	/**
	 * The server has acknowledged the settings.
	 */
	OPEN,

	/**
	 * Its connection was lost and another one is on its way. Commands wait.
	 */
	RECONNECTING,

	/**
	 * It is being closed. Commands are refused.
	 */
	CLOSING,

	/**
	 * It has ended.
	 */
	CLOSED

}
