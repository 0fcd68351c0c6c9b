package io.realtime4j.audio;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Sine waves as PCM16, and what is left of them after a conversion.
 *
 * @param frequency the frequency in Hz
 * @param sampleRate the sample rate in Hz
 */
record Tone(double frequency, int sampleRate) {

	static final double AMPLITUDE = 16000;

	byte[] pcm16(int samples) {
		byte[] pcm16 = new byte[2 * samples];
		for (int i = 0; i < samples; i++) {
			Pcm16.put(pcm16, 2 * i, (int) Math.round(AMPLITUDE * Math.sin(angle(i))));
		}
		return pcm16;
	}

	/**
	 * Return the ratio in dB of the best fitting wave of this frequency to all the rest.
	 */
	double signalToNoise(byte[] pcm16) {
		double[] fit = fit(pcm16);
		double signal = 0;
		double noise = 0;
		for (int i = first(pcm16); i < last(pcm16); i++) {
			double expected = fit[0] * Math.sin(angle(i)) + fit[1] * Math.cos(angle(i));
			signal += expected * expected;
			noise += Math.pow(Pcm16.get(pcm16, 2 * i) - expected, 2);
		}
		return 10 * Math.log10(signal / noise);
	}

	double gain(byte[] pcm16) {
		double[] fit = fit(pcm16);
		return 20 * Math.log10(Math.hypot(fit[0], fit[1]) / AMPLITUDE);
	}

	double delayMicros(byte[] pcm16) {
		double[] fit = fit(pcm16);
		return -Math.atan2(fit[1], fit[0]) / (2 * Math.PI * this.frequency) * 1e6;
	}

	private double[] fit(byte[] pcm16) {
		double ss = 0;
		double cc = 0;
		double sc = 0;
		double sy = 0;
		double cy = 0;
		for (int i = first(pcm16); i < last(pcm16); i++) {
			double sin = Math.sin(angle(i));
			double cos = Math.cos(angle(i));
			double sample = Pcm16.get(pcm16, 2 * i);
			ss += sin * sin;
			cc += cos * cos;
			sc += sin * cos;
			sy += sin * sample;
			cy += cos * sample;
		}
		double determinant = ss * cc - sc * sc;
		return new double[] { (sy * cc - cy * sc) / determinant, (cy * ss - sy * sc) / determinant };
	}

	private double angle(int sample) {
		return 2 * Math.PI * this.frequency * sample / this.sampleRate;
	}

	// The ends, where the wave begins and stops, are no steady wave.
	private static int first(byte[] pcm16) {
		return pcm16.length / 20;
	}

	private static int last(byte[] pcm16) {
		return pcm16.length / 2 - first(pcm16);
	}

	static byte[] inChunks(byte[] audio, int chunkSize, UnaryOperator<byte[]> operation) {
		ByteArrayOutputStream result = new ByteArrayOutputStream();
		for (int i = 0; i < audio.length; i += chunkSize) {
			result.writeBytes(operation.apply(Arrays.copyOfRange(audio, i, Math.min(audio.length, i + chunkSize))));
		}
		return result.toByteArray();
	}

}
