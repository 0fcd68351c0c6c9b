package io.realtime4j.live.session;

import java.time.Duration;

import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.live.model.session.LiveSettings;
import org.jspecify.annotations.Nullable;

/**
 * Converts between the size of audio and how long it plays, in the format of a session.
 */
final class LiveAudioTime {

	private static final int MILLIS_PER_SECOND = 1000;

	private static final long DEFAULT_RATE = 24000;

	private static final int BYTES_PER_SAMPLE = 2;

	private final long bytesPerSecond;

	/**
	 * Create an instance for a session.
	 * @param settings the settings that the session starts with
	 */
	LiveAudioTime(LiveSettings settings) {
		LiveAudio audio = settings.audio();
		this.bytesPerSecond = bytesPerSecond((audio != null) ? audio.format() : null);
	}

	private static long bytesPerSecond(@Nullable LiveAudioFormat format) {
		if (format == null || format.rate() == null || format.rate() <= 0) {
			return DEFAULT_RATE * BYTES_PER_SAMPLE;
		}
		boolean ofBytes = "audio/pcmu".equals(format.type()) || "audio/pcma".equals(format.type());
		return ofBytes ? format.rate() : format.rate() * BYTES_PER_SAMPLE;
	}

	Duration durationOf(long bytes) {
		return Duration.ofMillis(bytes * MILLIS_PER_SECOND / this.bytesPerSecond);
	}

	long bytesOf(Duration duration) {
		return duration.toMillis() * this.bytesPerSecond / MILLIS_PER_SECOND / BYTES_PER_SAMPLE * BYTES_PER_SAMPLE;
	}

}
