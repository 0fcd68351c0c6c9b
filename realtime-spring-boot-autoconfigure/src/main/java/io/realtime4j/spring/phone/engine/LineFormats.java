package io.realtime4j.spring.phone.engine;

import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import org.jspecify.annotations.Nullable;

/**
 * Sets the formats of a session to that of its line, so that nothing is resampled which
 * services speak as well.
 */
final class LineFormats {

	private static final long MILLIS = 1000;

	private LineFormats() {
	}

	static long bytesPerSecond(AudioFormat format) {
		return AudioFormats.bytes(MILLIS, format);
	}

	/**
	 * Return the format in which a session speaks.
	 * @param line the format of its line
	 * @return the same, or PCM at the rate that services take
	 */
	static AudioFormat ofSession(AudioFormat line) {
		return AudioFormats.isPcm(line) ? AudioPcm.at24kHz() : line;
	}

	static Consumer<RealtimeSessionSettings.Builder> of(AudioFormat line) {
		AudioFormat format = ofSession(line);
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
