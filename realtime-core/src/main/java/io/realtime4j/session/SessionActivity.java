package io.realtime4j.session;

/**
 * Callback for counting the sessions that are active, from the start of the first
 * connection to the end of the session, however often they reconnect. It is called under
 * the lock of a session, on the thread that opens or ends it, and must not block.
 *
 * @since 0.1.0
 */
public interface SessionActivity {

	/**
	 * Called when a session starts to open.
	 */
	void begin();

	/**
	 * Called when a session that had started has ended.
	 */
	void end();

	/**
	 * Return an instance that does nothing.
	 * @return the activity
	 */
	static SessionActivity none() {
		return new SessionActivity() {

			@Override
			public void begin() {
			}

			@Override
			public void end() {
			}

		};
	}

}
