package io.realtime4j.spring.boot.autoconfigure.bridge;

/**
 * Protocol family of the sessions that pages talk with.
 */
public enum BridgeFamily {

	/**
	 * Sessions of turns and responses.
	 */
	REALTIME,

	/**
	 * Full-duplex sessions.
	 */
	LIVE

}
