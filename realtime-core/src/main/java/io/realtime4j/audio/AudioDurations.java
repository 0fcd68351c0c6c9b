package io.realtime4j.audio;

/**
 * Conversions between the length of mono audio in bytes and its duration in milliseconds.
 */
public final class AudioDurations {

	private static final long MILLIS_PER_SECOND = 1000;

	private AudioDurations() {
	}

	/**
	 * Return the duration of 16-bit PCM.
	 * @param bytes the length in bytes
	 * @param sampleRate the sample rate in Hz
	 * @return the duration in milliseconds, rounded down
	 * @throws IllegalArgumentException if the length is negative or the rate is not
	 * positive
	 */
	public static long pcm16Millis(long bytes, int sampleRate) {
		check(bytes, "bytes", sampleRate);
		return Math.multiplyExact(bytes / Pcm16.BYTES_PER_SAMPLE, MILLIS_PER_SECOND) / sampleRate;
	}

	/**
	 * Return the length of 16-bit PCM of a duration.
	 * @param millis the duration in milliseconds
	 * @param sampleRate the sample rate in Hz
	 * @return the length in bytes, rounded down to whole samples
	 * @throws IllegalArgumentException if the duration is negative or the rate is not
	 * positive
	 */
	public static long pcm16Bytes(long millis, int sampleRate) {
		check(millis, "millis", sampleRate);
		long samples = Math.multiplyExact(millis, (long) sampleRate) / MILLIS_PER_SECOND;
		return Math.multiplyExact(samples, (long) Pcm16.BYTES_PER_SAMPLE);
	}

	/**
	 * Return the duration of G.711.
	 * @param bytes the length in bytes
	 * @return the duration in milliseconds, rounded down
	 * @throws IllegalArgumentException if the length is negative
	 */
	public static long g711Millis(long bytes) {
		check(bytes, "bytes", G711.SAMPLE_RATE);
		return bytes / (G711.SAMPLE_RATE / MILLIS_PER_SECOND);
	}

	/**
	 * Return the length of G.711 of a duration.
	 * @param millis the duration in milliseconds
	 * @return the length in bytes
	 * @throws IllegalArgumentException if the duration is negative
	 */
	public static long g711Bytes(long millis) {
		check(millis, "millis", G711.SAMPLE_RATE);
		return Math.multiplyExact(millis, G711.SAMPLE_RATE / MILLIS_PER_SECOND);
	}

	private static void check(long value, String name, int sampleRate) {
		if (value < 0) {
			throw new IllegalArgumentException("'" + name + "' must not be negative but is " + value);
		}
		if (sampleRate <= 0) {
			throw new IllegalArgumentException("'sampleRate' must be greater than zero but is " + sampleRate);
		}
	}

}
