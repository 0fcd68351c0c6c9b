package io.realtime4j.audio;

/**
 * Access to single samples in bytes of 16-bit signed little-endian PCM.
 */
final class Pcm16 {

	static final int BYTES_PER_SAMPLE = 2;

	/**
	 * One more than the largest sample: what 0 dBFS refers to.
	 */
	static final int FULL_SCALE = 32768;

	private Pcm16() {
	}

	static int get(byte[] pcm16, int offset) {
		return (pcm16[offset] & 0xFF) | (pcm16[offset + 1] << 8);
	}

	static void put(byte[] pcm16, int offset, int sample) {
		pcm16[offset] = (byte) sample;
		pcm16[offset + 1] = (byte) (sample >> 8);
	}

	static int clamp(long sample) {
		return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
	}

}
