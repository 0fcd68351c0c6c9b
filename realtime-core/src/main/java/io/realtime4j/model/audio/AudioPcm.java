package io.realtime4j.model.audio;

import org.jspecify.annotations.Nullable;

/**
 * Signed 16-bit little-endian mono PCM, {@code audio/pcm} (beta: {@code pcm16}).
 *
 * @param rate the sample rate in Hz, or {@code null} if not said; the service takes 24000
 * only
 * @since 0.1.0
 */
public record AudioPcm(@Nullable Long rate) implements AudioFormat {

	@Override
	public String type() {
		return "audio/pcm";
	}

	/**
	 * Return the format that the service supports: 24000 Hz.
	 * @return the format
	 */
	public static AudioPcm at24kHz() {
		return new AudioPcm(24000L);
	}

}
