package io.realtime4j.model.session;

import io.realtime4j.model.audio.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads the format of the model's audio out of the settings of a session.
 *
 * @since 0.1.0
 */
public final class OutputFormats {

	private OutputFormats() {
	}

	/**
	 * Return the format of the audio that comes out of a session.
	 * @param settings the settings
	 * @return the format, or {@code null} if they do not say it
	 */
	public static @Nullable AudioFormat of(SessionSettings settings) {
		SessionAudio audio = (settings instanceof RealtimeSessionSettings realtime) ? realtime.audio() : null;
		AudioOutput output = (audio != null) ? audio.output() : null;
		return (output != null) ? output.format() : null;
	}

}
