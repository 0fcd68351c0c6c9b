package io.realtime4j.simulator.vad;

/**
 * Internal meter of the loudness of audio.
 */
public final class Loudness {

	private static final double FULL_SCALE = 32768;

	private static final double QUIETEST_DB = -60;

	private static final double RANGE_DB = 40;

	private static final int FRAMES_PER_SECOND = 50;

	private static final int MILLIS = 1000;

	private Loudness() {
	}

	/**
	 * Return how much of the audio is speech, from its first to its last loud frame.
	 * @param pcm the audio as PCM16, little-endian
	 * @param rate samples per second
	 * @param threshold how loud speech must be, from 0 to 1
	 * @return milliseconds
	 */
	public static long spokenMillis(byte[] pcm, int rate, double threshold) {
		int samples = rate / FRAMES_PER_SECOND;
		int frames = pcm.length / 2 / samples;
		int first = -1;
		int last = -1;
		for (int i = 0; i < frames; i++) {
			if (of(pcm, i * samples, samples) >= level(threshold)) {
				first = (first < 0) ? i : first;
				last = i;
			}
		}
		return (first < 0) ? 0 : (long) (last - first + 1) * MILLIS / FRAMES_PER_SECOND;
	}

	static double level(double threshold) {
		return Math.pow(10, (QUIETEST_DB + RANGE_DB * threshold) / 20);
	}

	static double of(byte[] pcm, int firstSample, int samples) {
		double sum = 0;
		for (int i = firstSample; i < firstSample + samples; i++) {
			int sample = (pcm[2 * i] & 0xFF) | (pcm[2 * i + 1] << 8);
			sum += (double) sample * sample;
		}
		return Math.sqrt(sum / Math.max(1, samples)) / FULL_SCALE;
	}

}
