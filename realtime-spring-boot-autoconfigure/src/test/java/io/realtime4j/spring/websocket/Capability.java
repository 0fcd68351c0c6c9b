package io.realtime4j.spring.websocket;

/**
 * What a transport may be able to do or not. Where it is not, the tests say what happens
 * instead.
 */
enum Capability {

	/**
	 * Tells how long a server asks to wait that refuses the handshake.
	 */
	RETRY_AFTER,

	/**
	 * Tells any answer to the handshake from others: a redirect with its status, a demand
	 * for credentials, what is no HTTP.
	 */
	EVERY_REFUSAL,

	/**
	 * Gives credentials to a proxy, and tells why a proxy refuses.
	 */
	PROXY_CREDENTIALS,

	/**
	 * Connects to hosts with a name that is none on the Internet.
	 */
	ANY_HOST_NAME,

	/**
	 * Tells any close code as it came, and that there was none.
	 */
	ANY_CLOSE_CODE,

	/**
	 * Needs no thread for each connection under TLS, and ends its threads.
	 */
	OWN_THREADS,

	/**
	 * Connects to addresses that hold secrets, whatever is logged.
	 */
	SECRETS_IN_ADDRESS

}
