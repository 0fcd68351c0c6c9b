package io.realtime4j.spring.phone.engine;

import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import org.jspecify.annotations.Nullable;

/**
 * Sets the formats of a session to that of its line, so that nothing is resampled.
 */
final class LineFormats {

	private static final long MILLIS = 1000;

	private LineFormats() {
	}

	static long bytesPerSecond(AudioFormat format) {
		return AudioFormats.bytes(MILLIS, format);
	}

	static Consumer<RealtimeSessionSettings.Builder> of(AudioFormat format) {
		return (settings) -> {
			SessionAudio audio = settings.build().audio();
			settings.audio(new SessionAudio(input((audio != null) ? audio.input() : null, format),
					output((audio != null) ? audio.output() : null, format)));
		};
	}

	private static AudioInput input(@Nullable AudioInput input, AudioFormat format) {
		return ((input != null) ? input.toBuilder() : AudioInput.builder()).format(format).build();
	}

	private static AudioOutput output(@Nullable AudioOutput output, AudioFormat format) {
		return ((output != null) ? output.toBuilder() : AudioOutput.builder()).format(format).build();
	}

}
