package io.realtime4j.session;

/**
 * Limits of the memory that one session may use.
 *
 * @param inboxEvents the most events that wait for listeners before reading is suspended
 * @param inboxBytes the most bytes that wait for listeners before reading is suspended
 * @param outboxFrames the most events that wait to be sent
 * @param outboxBytes the most bytes that wait to be sent
 * @since 0.1.0
 */
public record SessionLimits(int inboxEvents, long inboxBytes, int outboxFrames, long outboxBytes) {

	private static final int EVENTS_OF_ONE = 2000;

	private static final long BYTES_OF_ONE = 2L * 1024 * 1024;

	private static final int OUTBOX_EVENTS_OF_ONE = 1000;

	private static final long OUTBOX_BYTES_OF_ONE = 1024 * 1024;

	private static final int EVENTS = 10_000;

	private static final long BYTES = 8L * 1024 * 1024;

	private static final long OUTBOX_BYTES = 32L * 1024 * 1024;

	/**
	 * Return limits for a session that speaks with one person while there are many: a few
	 * seconds of audio each way.
	 * @return 2,000 events and 2 MiB to listeners, 1,000 events and 1 MiB to the server
	 */
	public static SessionLimits ofOnePerson() {
		return new SessionLimits(EVENTS_OF_ONE, BYTES_OF_ONE, OUTBOX_EVENTS_OF_ONE, OUTBOX_BYTES_OF_ONE);
	}

	/**
	 * Return the defaults: 10,000 events each way, 8 MiB to listeners and 32 MiB to the
	 * server.
	 * @return the defaults
	 */
	public static SessionLimits defaults() {
		return new SessionLimits(EVENTS, BYTES, EVENTS, OUTBOX_BYTES);
	}

}
