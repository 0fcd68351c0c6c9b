package io.realtime4j.session;

import java.time.Duration;

/**
 * Event published when the session continues over another connection: the server has
 * acknowledged the settings and the restored conversation. Events that it sent meanwhile
 * are delivered before this one. It follows {@link SessionReconnecting}, except when a
 * new connection took over before the server's time limit of a session.
 *
 * @param restoredItems how many items of the conversation the server has again
 * @param lostAudio how much input audio was lost: what was dropped meanwhile, and what
 * was being said when the connection broke and is too long to be sent again
 * @since 0.1.0
 */
public record SessionReconnected(int restoredItems, Duration lostAudio) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.reconnected";
	}

}
