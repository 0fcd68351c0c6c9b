package io.realtime4j.model.audio;

/**
 * G.711 A-law at 8000 Hz mono, {@code audio/pcma} (beta: {@code g711_alaw}).
 *
 * @since 0.1.0
 */
public record AudioPcma() implements AudioFormat {

	@Override
	public String type() {
		return "audio/pcma";
	}

}
