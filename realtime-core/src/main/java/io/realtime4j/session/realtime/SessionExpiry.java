package io.realtime4j.session.realtime;

import java.time.Instant;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of settings when the server ends the session.
 */
final class SessionExpiry {

	private static final long YEAR_10000 = 253_402_300_800L;

	private SessionExpiry() {
	}

	static @Nullable Instant of(@Nullable SessionSettings settings) {
		Long seconds = null;
		if (settings instanceof RealtimeSessionSettings realtime) {
			seconds = realtime.expiresAt();
		}
		else if (settings instanceof TranscriptionSessionSettings transcription) {
			seconds = transcription.expiresAt();
		}
		// A server may say anything
		return (seconds != null && seconds > 0 && seconds < YEAR_10000) ? Instant.ofEpochSecond(seconds) : null;
	}

}
