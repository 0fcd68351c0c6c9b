package io.realtime4j.simulator.settings;

import io.realtime4j.audio.G711;
import io.realtime4j.audio.PcmResampler;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * Internal encoding of audio on the wire.
 */
public enum AudioCodec {

	/**
	 * PCM16, little-endian, 24 kHz, mono.
	 */
	PCM("audio/pcm", 24000, 2),

	/**
	 * G.711 µ-law, 8 kHz, mono.
	 */
	PCMU("audio/pcmu", 8000, 1),

	/**
	 * G.711 A-law, 8 kHz, mono.
	 */
	PCMA("audio/pcma", 8000, 1);

	/**
	 * The rate in samples per second at which the simulator speaks.
	 */
	public static final int SPEECH_RATE = 24000;

	private static final int MILLIS = 1000;

	private final String type;

	private final int rate;

	private final int bytesPerSample;

	AudioCodec(String type, int rate, int bytesPerSample) {
		this.type = type;
		this.rate = rate;
		this.bytesPerSample = bytesPerSample;
	}

	/**
	 * Return the codec that a format names.
	 * @param format a {@code format} object
	 * @return the codec, {@link #PCM} unless another is named
	 */
	public static AudioCodec of(JsonNode format) {
		String type = Json.text(format, "type", PCM.type);
		for (AudioCodec codec : values()) {
			if (codec.type.equals(type)) {
				return codec;
			}
		}
		return PCM;
	}

	/**
	 * Return the sample rate.
	 * @return samples per second
	 */
	public int rate() {
		return this.rate;
	}

	/**
	 * Return how long encoded audio lasts.
	 * @param bytes the number of encoded bytes
	 * @return milliseconds
	 */
	public long millis(long bytes) {
		return bytes * MILLIS / ((long) this.rate * this.bytesPerSample);
	}

	/**
	 * Return how many encoded bytes a time takes.
	 * @param millis milliseconds
	 * @return the number of bytes, whole samples only
	 */
	public int bytes(long millis) {
		return Math.toIntExact(millis * this.rate / MILLIS * this.bytesPerSample);
	}

	/**
	 * Decode audio to PCM16 at the rate of this codec.
	 * @param encoded the audio on the wire
	 * @return the audio as PCM16, little-endian
	 */
	public byte[] decode(byte[] encoded) {
		return switch (this) {
			case PCM -> encoded;
			case PCMU -> G711.decodeUlaw(encoded);
			case PCMA -> G711.decodeAlaw(encoded);
		};
	}

	/**
	 * Encode speech as the simulator makes it.
	 * @param speech the speech as PCM16 at {@link #SPEECH_RATE}
	 * @return the audio on the wire
	 */
	public byte[] encodeSpeech(byte[] speech) {
		return encode((this.rate == SPEECH_RATE) ? speech : PcmResampler.convert(speech, SPEECH_RATE, this.rate));
	}

	/**
	 * Encode PCM16 that has the rate of this codec.
	 * @param pcm the audio as PCM16, little-endian
	 * @return the audio on the wire
	 */
	public byte[] encode(byte[] pcm) {
		return switch (this) {
			case PCM -> pcm;
			case PCMU -> G711.encodeUlaw(pcm);
			case PCMA -> G711.encodeAlaw(pcm);
		};
	}

}
