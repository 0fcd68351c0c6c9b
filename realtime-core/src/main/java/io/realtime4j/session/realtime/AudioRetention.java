package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.function.ToLongFunction;

import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.engine.OutboundFrame;

/**
 * Decides how much of the input audio that was sent is kept, so that another connection
 * can be told again what somebody was saying when the connection broke. Not thread-safe:
 * the session calls it under its lock.
 */
final class AudioRetention {

	/**
	 * How much is kept while the server hears nobody speak: it tells of speech somewhat
	 * later than that begins.
	 */
	private static final Duration SILENCE = Duration.ofSeconds(1);

	private final UnacknowledgedCommands commands;

	private final UncommittedAudio uncommitted;

	private final SpokenTurns turns;

	private final ToLongFunction<Duration> size;

	// Speech that would be lost with the connection of now
	private long unkept;

	private long lost;

	/**
	 * Create a retention.
	 * @param commands keeps the audio
	 * @param uncommitted knows who commits
	 * @param turns knows whether somebody speaks
	 * @param size returns the size of audio in bytes
	 */
	AudioRetention(UnacknowledgedCommands commands, UncommittedAudio uncommitted, SpokenTurns turns,
			ToLongFunction<Duration> size) {
		this.commands = commands;
		this.uncommitted = uncommitted;
		this.turns = turns;
		this.size = size;
	}

	/**
	 * Keep a frame that is handed to the network, and no more audio than this.
	 */
	void onSending(OutboundFrame frame, Duration most) {
		if (frame.command() instanceof InputAudioBufferClear) {
			this.unkept = 0;
		}
		if (!frame.isAudio()) {
			return;
		}
		this.turns.onAudio(frame);
		boolean spoken = !this.uncommitted.isLeftToServer() || this.turns.isUnderWay();
		Duration kept = (spoken || most.compareTo(SILENCE) < 0) ? most : SILENCE;
		long trimmed = this.commands.trimAudio(this.size.applyAsLong(kept));
		if (spoken) {
			this.unkept += trimmed;
		}
	}

	void onEvent(ServerEvent event) {
		if (event instanceof InputAudioBufferCommitted || event instanceof InputAudioBufferSpeechStarted) {
			this.unkept = 0;
		}
	}

	/**
	 * Note that another connection receives the audio that was kept.
	 */
	void onReconnect() {
		this.turns.onReconnect();
		this.lost = this.unkept;
		this.unkept = 0;
		this.uncommitted.onReconnect(this.lost);
	}

	/**
	 * Return the number of bytes of speech that were lost with the previous connection.
	 */
	long lost() {
		return this.lost;
	}

}
