package io.realtime4j.spring.bridge;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;

/**
 * Keeps the playback of the application away from sessions that are played on pages.
 *
 * @since 0.1.0
 */
public final class BridgePlayback {

	private BridgePlayback() {
	}

	/**
	 * Return what plays all sessions but those of pages.
	 * @param playback plays a session
	 * @return the factory
	 */
	public static SessionInterceptor.Factory exceptPages(SessionInterceptor.Factory playback) {
		return (session) -> isPlayedOnPage(session) ? SessionInterceptor.none() : playback.create(session);
	}

	private static boolean isPlayedOnPage(RealtimeSession session) {
		return session.attributes().containsKey(BridgeConnection.ATTRIBUTE);
	}

}
