package io.realtime4j.spring.boot.autoconfigure.session;

/**
 * Protocol families of sessions with a model that speaks.
 */
public enum SessionFamily {

	/**
	 * Sessions of turns and responses.
	 */
	REALTIME,

	/**
	 * Full-duplex sessions.
	 */
	LIVE

}
