package io.realtime4j.audio;

import java.io.IOException;

/**
 * Reads one sample of one encoding of WAVE files.
 */
@FunctionalInterface
interface SampleDecoder {

	int PCM = 1;

	int FLOAT = 3;

	int ALAW = 6;

	int ULAW = 7;

	/**
	 * Return a sample.
	 * @param bytes the bytes to read from
	 * @param offset the first byte of the sample
	 * @return the sample on the scale of 16 bits, with what they cannot say as a fraction
	 */
	double decode(byte[] bytes, int offset);

	static SampleDecoder of(int formatTag, int bits) throws IOException {
		if (formatTag == PCM && bits == 8) {
			return (bytes, offset) -> ((bytes[offset] & 0xFF) - 128) << 8;
		}
		if (formatTag == PCM && bits == 16) {
			return Pcm16::get;
		}
		if (formatTag == PCM && bits == 24) {
			return (bytes, offset) -> Pcm16.get(bytes, offset + 1) + (bytes[offset] & 0xFF) / 256.0;
		}
		if (formatTag == PCM && bits == 32) {
			return (bytes, offset) -> LittleEndian.int32(bytes, offset) / 65536.0;
		}
		if (formatTag == FLOAT && bits == 32) {
			return (bytes, offset) -> (double) Float.intBitsToFloat(LittleEndian.int32(bytes, offset))
					* Pcm16.FULL_SCALE;
		}
		if (formatTag == ALAW && bits == 8) {
			return (bytes, offset) -> G711.alawToPcm16(bytes[offset]);
		}
		if (formatTag == ULAW && bits == 8) {
			return (bytes, offset) -> G711.ulawToPcm16(bytes[offset]);
		}
		throw new IOException("unsupported WAVE encoding: format tag " + formatTag + " with " + bits + " bits");
	}

}
