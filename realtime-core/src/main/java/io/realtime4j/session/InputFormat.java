package io.realtime4j.session;

import java.time.Duration;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * How much time the bytes of input audio take.
 */
enum InputFormat {

	/**
	 * 24,000 samples a second, of 16 bits.
	 */
	PCM(48),

	/**
	 * 8,000 samples a second, of 8 bits.
	 */
	G711(8);

	private final int bytesPerMilli;

	InputFormat(int bytesPerMilli) {
		this.bytesPerMilli = bytesPerMilli;
	}

	static InputFormat of(@Nullable SessionSettings settings) {
		AudioFormat format = null;
		if (settings instanceof RealtimeSessionSettings realtime && realtime.audio() != null) {
			format = format(realtime.audio().input());
		}
		else if (settings instanceof TranscriptionSessionSettings transcription && transcription.audio() != null) {
			format = format(transcription.audio().input());
		}
		return (format instanceof AudioPcmu || format instanceof AudioPcma) ? G711 : PCM;
	}

	private static @Nullable AudioFormat format(@Nullable AudioInput input) {
		return (input != null) ? input.format() : null;
	}

	Duration durationOf(long bytes) {
		return Duration.ofMillis(bytes / this.bytesPerMilli);
	}

	long bytesOf(Duration duration) {
		return duration.toMillis() * this.bytesPerMilli;
	}

}
