package io.realtime4j.session;

/**
 * State of a session.
 *
 * @since 0.1.0
 */
public enum SessionState {

	/**
	 * Not opened yet; the first use opens it.
	 */
	NEW,

	/**
	 * Opening. Commands are queued.
	 */
	CONNECTING,

	/**
	 * The server has acknowledged the settings.
	 */
	OPEN,

	/**
	 * Reconnecting after a lost connection. Commands are queued.
	 */
	RECONNECTING,

	/**
	 * Closing. Commands are refused.
	 */
	CLOSING,

	/**
	 * It has ended.
	 */
	CLOSED

}
