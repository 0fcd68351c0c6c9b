package io.realtime4j.model.audio;

/**
 * G.711 µ-law at 8000 Hz mono, {@code audio/pcmu} (beta: {@code g711_ulaw}).
 *
 * @since 0.1.0
 */
public record AudioPcmu() implements AudioFormat {

	@Override
	public String type() {
		return "audio/pcmu";
	}

}
