package io.realtime4j.session;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Contract that the sessions of all protocol families share. All methods may be called by
 * any thread and none of them blocks.
 *
 * @since 0.1.0
 */
public interface VoiceSession extends AutoCloseable {

	/**
	 * Return the id of this session, which stays the same whatever happens to its
	 * connection. It is not the id that the server gives.
	 * @return the id
	 */
	String id();

	/**
	 * Return how far the session has come.
	 * @return the state
	 */
	SessionState state();

	/**
	 * Return values of the application's own; the map may be changed by any thread.
	 * @return the attributes
	 */
	Map<String, Object> attributes();

	/**
	 * Return a future for the end of the session.
	 * @return completes with the cause when the session has ended
	 */
	CompletableFuture<CloseCause> closed();

	/**
	 * Begin to close the session and return at once. {@link #closed()} tells when it is
	 * done.
	 */
	@Override
	void close();

}
