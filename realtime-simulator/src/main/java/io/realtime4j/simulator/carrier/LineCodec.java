package io.realtime4j.simulator.carrier;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import io.realtime4j.audio.G711;

/**
 * Codecs of a telephone line, with 8 bytes for a millisecond.
 */
enum LineCodec {

	PCMU(G711::encodeUlaw, G711::decodeUlaw),

	PCMA(G711::encodeAlaw, G711::decodeAlaw);

	static final int BYTES_PER_MILLI = 8;

	private static final int BYTES_PER_SAMPLE = 2;

	private final UnaryOperator<byte[]> encoder;

	private final UnaryOperator<byte[]> decoder;

	LineCodec(UnaryOperator<byte[]> encoder, UnaryOperator<byte[]> decoder) {
		this.encoder = encoder;
		this.decoder = decoder;
	}

	byte[] encode(byte[] pcm16) {
		return this.encoder.apply(pcm16);
	}

	byte[] decode(byte[] audio) {
		return this.decoder.apply(audio);
	}

	byte[] silence(int length) {
		byte[] silence = new byte[length];
		Arrays.fill(silence, encode(new byte[BYTES_PER_SAMPLE])[0]);
		return silence;
	}

}
