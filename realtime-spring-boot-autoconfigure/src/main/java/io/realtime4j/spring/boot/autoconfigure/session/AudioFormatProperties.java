package io.realtime4j.spring.boot.autoconfigure.session;

import org.jspecify.annotations.Nullable;

/**
 * Properties for an audio format.
 *
 * @since 0.1.0
 */
public class AudioFormatProperties {

	/**
	 * Type of the format: audio/pcm, audio/pcmu or audio/pcma.
	 */
	private @Nullable String type;

	/**
	 * Sampling rate of PCM in Hz.
	 */
	private @Nullable Integer rate;

	public @Nullable String getType() {
		return this.type;
	}

	public void setType(@Nullable String type) {
		this.type = type;
	}

	public @Nullable Integer getRate() {
		return this.rate;
	}

	public void setRate(@Nullable Integer rate) {
		this.rate = rate;
	}

}
