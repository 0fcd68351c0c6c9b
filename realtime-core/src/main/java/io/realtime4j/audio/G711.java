package io.realtime4j.audio;

import java.util.function.IntUnaryOperator;

/**
 * ITU-T G.711, the encoding of telephony: one byte per sample at 8000 Hz, by &micro;-law
 * (PCMU) or A-law (PCMA). Linear audio is 16-bit signed little-endian PCM at the same
 * rate. Results agree bit for bit with the ITU's reference software (G.191).
 */
public final class G711 {

	/**
	 * The sample rate of G.711 in Hz.
	 */
	public static final int SAMPLE_RATE = 8000;

	private static final int ULAW_BIAS = 33;

	private static final int ULAW_MAX = 0x1FFF;

	private static final int ULAW_SHIFT = 2;

	private static final int ALAW_SHIFT = 4;

	private static final int ALAW_TOGGLE = 0x55;

	private static final byte[] ULAW_CODES = codes(ULAW_SHIFT, G711::ulawCode);

	private static final byte[] ALAW_CODES = codes(ALAW_SHIFT, G711::alawCode);

	private static final short[] ULAW_SAMPLES = samples(G711::ulawSample);

	private static final short[] ALAW_SAMPLES = samples(G711::alawSample);

	private G711() {
	}

	/**
	 * Encode PCM as &micro;-law.
	 * @param pcm16 the PCM, two bytes per sample
	 * @return the &micro;-law codes, one byte per sample
	 * @throws IllegalArgumentException if the last sample is incomplete
	 */
	public static byte[] encodeUlaw(byte[] pcm16) {
		return encode(pcm16, ULAW_CODES, ULAW_SHIFT);
	}

	/**
	 * Decode &micro;-law to PCM.
	 * @param ulaw the &micro;-law codes, one byte per sample
	 * @return the PCM, two bytes per sample
	 */
	public static byte[] decodeUlaw(byte[] ulaw) {
		return decode(ulaw, ULAW_SAMPLES);
	}

	/**
	 * Encode PCM as A-law.
	 * @param pcm16 the PCM, two bytes per sample
	 * @return the A-law codes, one byte per sample
	 * @throws IllegalArgumentException if the last sample is incomplete
	 */
	public static byte[] encodeAlaw(byte[] pcm16) {
		return encode(pcm16, ALAW_CODES, ALAW_SHIFT);
	}

	/**
	 * Decode A-law to PCM.
	 * @param alaw the A-law codes, one byte per sample
	 * @return the PCM, two bytes per sample
	 */
	public static byte[] decodeAlaw(byte[] alaw) {
		return decode(alaw, ALAW_SAMPLES);
	}

	static int ulawToPcm16(byte code) {
		return ULAW_SAMPLES[code & 0xFF];
	}

	static int alawToPcm16(byte code) {
		return ALAW_SAMPLES[code & 0xFF];
	}

	private static byte[] encode(byte[] pcm16, byte[] codes, int shift) {
		if (pcm16.length % Pcm16.BYTES_PER_SAMPLE != 0) {
			throw new IllegalArgumentException("PCM16 of " + pcm16.length + " bytes ends within a sample");
		}
		byte[] result = new byte[pcm16.length / Pcm16.BYTES_PER_SAMPLE];
		int zero = codes.length / 2;
		for (int i = 0; i < result.length; i++) {
			result[i] = codes[zero + (Pcm16.get(pcm16, i * Pcm16.BYTES_PER_SAMPLE) >> shift)];
		}
		return result;
	}

	private static byte[] decode(byte[] codes, short[] samples) {
		byte[] result = new byte[Math.multiplyExact(codes.length, Pcm16.BYTES_PER_SAMPLE)];
		for (int i = 0; i < codes.length; i++) {
			Pcm16.put(result, i * Pcm16.BYTES_PER_SAMPLE, samples[codes[i] & 0xFF]);
		}
		return result;
	}

	private static byte[] codes(int shift, IntUnaryOperator law) {
		byte[] codes = new byte[(2 * Pcm16.FULL_SCALE) >> shift];
		for (int i = 0; i < codes.length; i++) {
			codes[i] = (byte) law.applyAsInt(i - codes.length / 2);
		}
		return codes;
	}

	private static short[] samples(IntUnaryOperator law) {
		short[] samples = new short[256];
		for (int code = 0; code < samples.length; code++) {
			samples[code] = (short) law.applyAsInt(code);
		}
		return samples;
	}

	// Samples of 14 bits; negative ones in ones' complement, as in the reference.
	private static int ulawCode(int sample) {
		int magnitude = Math.min(((sample < 0) ? ~sample : sample) + ULAW_BIAS, ULAW_MAX);
		int segment = 26 - Integer.numberOfLeadingZeros(magnitude);
		int mantissa = (magnitude >> (segment + 1)) & 0x0F;
		int sign = (sample < 0) ? 0 : 0x80;
		return sign | ((7 - segment) << 4) | (0x0F - mantissa);
	}

	private static int ulawSample(int code) {
		int inverted = ~code;
		int segment = (inverted >> 4) & 0x07;
		int magnitude = ((((inverted & 0x0F) << 1) + ULAW_BIAS) << segment) - ULAW_BIAS;
		return (((code & 0x80) != 0) ? magnitude : -magnitude) << ULAW_SHIFT;
	}

	// Samples of 12 bits; negative ones in ones' complement, as in the reference.
	private static int alawCode(int sample) {
		int magnitude = (sample < 0) ? ~sample : sample;
		int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
		int mantissa = (magnitude >> Math.max(0, segment - 1)) & 0x0F;
		int sign = (sample < 0) ? 0 : 0x80;
		return (sign | (segment << 4) | mantissa) ^ ALAW_TOGGLE;
	}

	private static int alawSample(int code) {
		int toggled = code ^ ALAW_TOGGLE;
		int segment = (toggled >> 4) & 0x07;
		int mantissa = ((toggled & 0x0F) << 4) + 8;
		int magnitude = (segment == 0) ? mantissa : (mantissa + 0x100) << (segment - 1);
		return ((toggled & 0x80) != 0) ? magnitude : -magnitude;
	}

}
