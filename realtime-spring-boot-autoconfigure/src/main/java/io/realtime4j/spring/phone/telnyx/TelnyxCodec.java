package io.realtime4j.spring.phone.telnyx;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;

/**
 * Codecs of the audio of calls, which sessions speak as well.
 *
 * @since 0.1.0
 */
public enum TelnyxCodec {

	/**
	 * G.711 µ-law, as lines of North America and Japan have it.
	 */
	PCMU(new AudioPcmu()),

	/**
	 * G.711 A-law, as lines of most other countries have it.
	 */
	PCMA(new AudioPcma());

	private final AudioFormat format;

	TelnyxCodec(AudioFormat format) {
		this.format = format;
	}

	/**
	 * Return the format of the audio.
	 * @return the format
	 */
	AudioFormat format() {
		return this.format;
	}

}
