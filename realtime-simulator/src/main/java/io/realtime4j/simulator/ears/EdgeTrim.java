package io.realtime4j.simulator.ears;

import java.util.Random;

/**
 * Trims the silence around an utterance: the mean of its features is that of speech then,
 * as it was where the model was trained. A little noise is added, since digital silence
 * has no logarithm.
 */
final class EdgeTrim {

	private static final int BLOCKS_PER_SECOND = 100;

	private static final double SILENCE = 0.03;

	private static final double MARGIN_SECONDS = 0.12;

	private static final int LOUDEST_TO_NOISE = 400;

	private static final int MIN_NOISE = 2;

	private EdgeTrim() {
	}

	/**
	 * Trim an utterance.
	 * @param pcm the sound as PCM16, mono, little-endian
	 * @param rate its samples per second
	 * @return the sound from a little before to a little after the speech
	 */
	static byte[] trim(byte[] pcm, int rate) {
		int block = rate / BLOCKS_PER_SECOND;
		double[] loudness = loudness(pcm, block);
		double loudest = 1;
		for (double value : loudness) {
			loudest = Math.max(loudest, value);
		}
		int first = 0;
		while (first < loudness.length - 1 && loudness[first] < loudest * SILENCE) {
			first++;
		}
		int last = loudness.length - 1;
		while (last > first && loudness[last] < loudest * SILENCE) {
			last--;
		}
		int margin = (int) (MARGIN_SECONDS * rate);
		return noisy(pcm, first * block - margin, (last + 1) * block + margin,
				(int) Math.max(MIN_NOISE, loudest / LOUDEST_TO_NOISE));
	}

	private static double[] loudness(byte[] pcm, int block) {
		double[] loudness = new double[pcm.length / 2 / block];
		for (int i = 0; i < loudness.length; i++) {
			double sum = 0;
			for (int j = i * block; j < (i + 1) * block; j++) {
				double sample = sample(pcm, j);
				sum += sample * sample;
			}
			loudness[i] = Math.sqrt(sum / block);
		}
		return loudness;
	}

	private static byte[] noisy(byte[] pcm, int from, int to, int noise) {
		byte[] result = new byte[2 * (to - from)];
		// The same sound is always understood in the same way
		Random random = new Random(pcm.length);
		for (int i = from; i < to; i++) {
			int sample = (i >= 0 && i < pcm.length / 2) ? sample(pcm, i) : 0;
			int noisy = sample + random.nextInt(2 * noise + 1) - noise;
			short clipped = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, noisy));
			result[2 * (i - from)] = (byte) clipped;
			result[2 * (i - from) + 1] = (byte) (clipped >> 8);
		}
		return result;
	}

	private static short sample(byte[] pcm, int index) {
		return (short) ((pcm[2 * index] & 0xFF) | (pcm[2 * index + 1] << 8));
	}

}
