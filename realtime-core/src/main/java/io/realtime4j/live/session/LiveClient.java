package io.realtime4j.live.session;

import java.util.List;
import java.util.function.Consumer;

/**
 * Client that opens live sessions with one server. A client may be shared by all threads.
 *
 * @since 0.1.0
 */
public interface LiveClient extends AutoCloseable {

	/**
	 * Create a session with the default specification and start to open it.
	 * @return the session
	 * @throws IllegalStateException if the client has no default
	 */
	default LiveSession open() {
		return open((spec) -> {
		});
	}

	/**
	 * Create a session whose specification starts from the default, and start to open it.
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client has no default
	 */
	default LiveSession open(Consumer<LiveSpec.Builder> customizer) {
		LiveSession session = create(customizer);
		session.open();
		return session;
	}

	/**
	 * Create a session with exactly this specification and start to open it.
	 * @param spec what the session shall be
	 * @return the session
	 */
	default LiveSession open(LiveSpec spec) {
		LiveSession session = create(spec);
		session.open();
		return session;
	}

	/**
	 * Create a session whose specification starts from the default, which is opened when
	 * it is first used.
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client has no default
	 */
	LiveSession create(Consumer<LiveSpec.Builder> customizer);

	/**
	 * Create a session that is opened when it is first used.
	 * @param spec what the session shall be
	 * @return the session
	 */
	LiveSession create(LiveSpec spec);

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	List<LiveSession> sessions();

	/**
	 * Start to close all sessions and return immediately.
	 */
	@Override
	void close();

}
