package io.realtime4j.session;

import java.time.Duration;

/**
 * The session goes on with another connection: the server has acknowledged the settings
 * and what it was told of the conversation. What it said while it did so came as events
 * before this one. Comes after {@link SessionReconnecting}, and alone when a fresh
 * connection took over before the server's limit of a session.
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
