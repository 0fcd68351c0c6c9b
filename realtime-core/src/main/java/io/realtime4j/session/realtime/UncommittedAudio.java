package io.realtime4j.session.realtime;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;
import org.jspecify.annotations.Nullable;

/**
 * Knows how much audio was appended since the last commit, and whether a commit makes
 * sense: the server refuses one of less than 100 ms, and one of a buffer that it commits
 * by itself.
 * <p>
 * Not thread-safe.
 */
final class UncommittedAudio {

	/**
	 * The least audio that servers commit, in ms.
	 */
	static final long MIN_COMMIT_MILLIS = 100;

	private TurnTaking turns = TurnTaking.DEFAULT;

	private @Nullable AudioFormat format;

	private long bytes;

	/**
	 * Create a tracker.
	 * @param requested the settings that the session asks for, which count until the
	 * server acknowledges others, or {@code null} if it asks for none
	 */
	UncommittedAudio(@Nullable SessionSettings requested) {
		if (requested != null) {
			onSettings(requested);
		}
	}

	/**
	 * An event is sent.
	 * @param event the event
	 */
	void onSend(ClientEvent event) {
		if (event instanceof InputAudioBufferAppend append) {
			this.bytes += append.audio().size();
		}
		else if (event instanceof InputAudioBufferCommit || event instanceof InputAudioBufferClear) {
			this.bytes = 0;
		}
	}

	/**
	 * Handle an event of the server.
	 * @param event the event
	 */
	void onEvent(ServerEvent event) {
		if (event instanceof SessionCreated created && this.format == null) {
			this.format = SessionFormats.input(created.session());
		}
		else if (event instanceof SessionUpdated updated) {
			onSettings(updated.session());
		}
	}

	/**
	 * The session has another connection, whose buffer lacks a part of what was appended.
	 * @param lost the size of that part in bytes
	 */
	void onReconnect(long lost) {
		this.bytes = Math.max(0, this.bytes - lost);
	}

	/**
	 * Return whether the server commits by itself what somebody said.
	 * @return {@code false} for push-to-talk
	 */
	boolean isLeftToServer() {
		return this.turns.detects();
	}

	/**
	 * Return whether to send a commit.
	 * @return {@code false} if the server would refuse it
	 */
	boolean isWorthCommitting() {
		return !isLeftToServer() && millis() >= MIN_COMMIT_MILLIS;
	}

	/**
	 * Return how much audio waits for a commit.
	 * @return the duration in ms
	 */
	long millis() {
		return AudioFormats.millis(this.bytes, this.format);
	}

	private void onSettings(SessionSettings settings) {
		this.turns = TurnTaking.of(settings);
		AudioFormat told = SessionFormats.input(settings);
		this.format = (told != null) ? told : this.format;
	}

}
