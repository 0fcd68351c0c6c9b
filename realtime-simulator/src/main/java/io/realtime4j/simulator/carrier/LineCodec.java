package io.realtime4j.simulator.carrier;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import io.realtime4j.audio.G711;

/**
 * Codecs of a telephone line.
 */
enum LineCodec {

	PCMU(G711.SAMPLE_RATE, G711::encodeUlaw, G711::decodeUlaw),

	PCMA(G711.SAMPLE_RATE, G711::encodeAlaw, G711::decodeAlaw),

	L16_8(8000, UnaryOperator.identity(), UnaryOperator.identity()),

	L16_16(16_000, UnaryOperator.identity(), UnaryOperator.identity()),

	L16_24(24_000, UnaryOperator.identity(), UnaryOperator.identity());

	static final int FRAME_MILLIS = 20;

	private static final int MILLIS = 1000;

	private static final byte[] SILENT_SAMPLE = new byte[2];

	private final int sampleRate;

	private final UnaryOperator<byte[]> encoder;

	private final UnaryOperator<byte[]> decoder;

	LineCodec(int sampleRate, UnaryOperator<byte[]> encoder, UnaryOperator<byte[]> decoder) {
		this.sampleRate = sampleRate;
		this.encoder = encoder;
		this.decoder = decoder;
	}

	/**
	 * Return the codec of PCM.
	 */
	static LineCodec l16(int sampleRate) {
		return Arrays.stream(values())
			.filter((codec) -> codec.name().startsWith("L16") && codec.sampleRate == sampleRate)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is no line of " + sampleRate + " Hz"));
	}

	int sampleRate() {
		return this.sampleRate;
	}

	int bytesPerMilli() {
		return encode(SILENT_SAMPLE).length * this.sampleRate / MILLIS;
	}

	int frameSize() {
		return FRAME_MILLIS * bytesPerMilli();
	}

	byte[] encode(byte[] pcm16) {
		return this.encoder.apply(pcm16);
	}

	byte[] decode(byte[] audio) {
		return this.decoder.apply(audio);
	}

	byte[] silence(int length) {
		byte[] silence = new byte[length];
		Arrays.fill(silence, encode(SILENT_SAMPLE)[0]);
		return silence;
	}

}
