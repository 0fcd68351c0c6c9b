package io.realtime4j.live.model.session;

import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;
import org.jspecify.annotations.Nullable;

/**
 * Reader for the audio format in the settings of a live session.
 *
 * @since 0.1.0
 */
public final class LiveFormats {

	private LiveFormats() {
	}

	/**
	 * Return the format of the audio of a session, which is that of both directions and
	 * does not change.
	 * @param settings the settings
	 * @return the format, or {@code null} if they do not say it
	 */
	public static @Nullable AudioFormat of(LiveSettings settings) {
		LiveAudio audio = settings.audio();
		LiveAudioFormat format = (audio != null) ? audio.format() : null;
		if (format == null) {
			return null;
		}
		if ("audio/pcmu".equals(format.type())) {
			return new AudioPcmu();
		}
		return "audio/pcma".equals(format.type()) ? new AudioPcma() : new AudioPcm(format.rate());
	}

}
