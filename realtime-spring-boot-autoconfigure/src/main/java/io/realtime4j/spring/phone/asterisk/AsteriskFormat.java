package io.realtime4j.spring.phone.asterisk;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;
import org.jspecify.annotations.Nullable;

/**
 * Formats of audio by the names that Asterisk gives them.
 */
final class AsteriskFormat {

	private static final long FRAME_MILLIS = 20;

	private AsteriskFormat() {
	}

	/**
	 * Return a format.
	 * @param name the name, such as {@code ulaw} or {@code slin16}
	 * @return the format, or {@code null} if sessions cannot speak it
	 */
	static @Nullable AudioFormat of(String name) {
		return switch (name) {
			case "ulaw" -> new AudioPcmu();
			case "alaw" -> new AudioPcma();
			case "slin" -> new AudioPcm(8000L);
			case "slin12" -> new AudioPcm(12_000L);
			case "slin16" -> new AudioPcm(16_000L);
			case "slin24" -> new AudioPcm(24_000L);
			case "slin32" -> new AudioPcm(32_000L);
			case "slin48" -> new AudioPcm(48_000L);
			default -> null;
		};
	}

	/**
	 * Return the size of a frame.
	 * @param format the format
	 * @return the size in bytes
	 */
	static long frameSize(AudioFormat format) {
		return AudioFormats.bytes(FRAME_MILLIS, format);
	}

}
