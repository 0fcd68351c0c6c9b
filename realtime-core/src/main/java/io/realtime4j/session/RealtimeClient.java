package io.realtime4j.session;

import java.util.List;

import io.realtime4j.session.realtime.DefaultRealtimeClient;

/**
 * Opens sessions with one server: one session for each user or call. A client may be
 * shared by all threads.
 *
 * @since 0.1.0
 * @see DefaultRealtimeClient
 */
public interface RealtimeClient extends AutoCloseable {

	/**
	 * Create a session and begin to open it. Commands may be given at once; they wait
	 * until the session is open.
	 * @param spec what the session shall be
	 * @return the session
	 * @throws io.realtime4j.provider.UnsupportedSettingException if the provider cannot
	 * take a setting without which the session would not work
	 */
	RealtimeSession open(SessionSpec spec);

	/**
	 * Create a session that is opened by its first use.
	 * @param spec what the session shall be
	 * @return the session
	 * @throws io.realtime4j.provider.UnsupportedSettingException if the provider cannot
	 * take a setting without which the session would not work
	 */
	RealtimeSession create(SessionSpec spec);

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	List<RealtimeSession> sessions();

	/**
	 * Begin to close all sessions and return at once.
	 */
	@Override
	void close();

}
