package io.realtime4j.audio;

import java.math.BigInteger;

/**
 * The low-pass of a {@link PcmResampler}: a sinc under a Kaiser window, tabulated at the
 * fractions of a source sample at which a ratio of rates needs it. Immutable.
 */
final class PolyphaseFilter {

	// With 64 taps at the lower rate, the stop band of 80 dB begins at its Nyquist
	// frequency, and 0.84 of it passes: 3.4 kHz of 4 kHz, as telephony asks for.
	private static final int HALF_WIDTH = 32;

	private static final double CUTOFF = 0.9216;

	private static final double KAISER_BETA = 7.857;

	// Ratios that need a larger table than this take the nearest tabulated fraction.
	private static final int MAX_COEFFICIENTS = 1 << 18;

	private final int interpolation;

	private final int decimation;

	private final int taps;

	private final float[][] phases;

	PolyphaseFilter(int sourceRate, int targetRate) {
		int divisor = BigInteger.valueOf(sourceRate).gcd(BigInteger.valueOf(targetRate)).intValue();
		this.interpolation = targetRate / divisor;
		this.decimation = sourceRate / divisor;
		double scale = Math.max(1.0, (double) sourceRate / targetRate);
		this.taps = 4 * (int) Math.ceil(HALF_WIDTH * scale / 2);
		int count = Math.min(this.interpolation, Math.max(1, MAX_COEFFICIENTS / this.taps));
		this.phases = new float[count + 1][];
		for (int i = 0; i <= count; i++) {
			this.phases[i] = coefficients((double) i / count, this.taps, CUTOFF / scale);
		}
	}

	/**
	 * Return how many target samples {@link #decimation()} source samples become.
	 * @return the number of target samples
	 */
	int interpolation() {
		return this.interpolation;
	}

	int decimation() {
		return this.decimation;
	}

	/**
	 * Return how many source samples one target sample is made of: half of them before
	 * its time or at it, half of them after.
	 * @return the number of source samples, a multiple of four
	 */
	int taps() {
		return this.taps;
	}

	/**
	 * Return the target sample that lies between two source samples.
	 * @param samples the source samples
	 * @param offset the first of the {@link #taps()} samples to use
	 * @param phase the time since the source sample before, in units of
	 * 1/{@link #interpolation()} source samples
	 * @return the target sample
	 */
	float apply(float[] samples, int offset, int phase) {
		float[] coefficients = this.phases[row(phase)];
		float sum0 = 0;
		float sum1 = 0;
		float sum2 = 0;
		float sum3 = 0;
		// Four sums, since each addition would otherwise wait for the one before.
		for (int i = 0; i < coefficients.length; i += 4) {
			sum0 += coefficients[i] * samples[offset + i];
			sum1 += coefficients[i + 1] * samples[offset + i + 1];
			sum2 += coefficients[i + 2] * samples[offset + i + 2];
			sum3 += coefficients[i + 3] * samples[offset + i + 3];
		}
		return (sum0 + sum1) + (sum2 + sum3);
	}

	private int row(int phase) {
		long rows = this.phases.length - 1;
		return (int) ((phase * rows + this.interpolation / 2) / this.interpolation);
	}

	private static float[] coefficients(double fraction, int taps, double cutoff) {
		double[] values = new double[taps];
		double sum = 0;
		for (int i = 0; i < taps; i++) {
			double time = i - (taps / 2 - 1) - fraction;
			values[i] = sinc(cutoff * time) * kaiser(time * 2 / taps);
			sum += values[i];
		}
		float[] coefficients = new float[taps];
		for (int i = 0; i < taps; i++) {
			coefficients[i] = (float) (values[i] / sum);
		}
		return coefficients;
	}

	private static double sinc(double value) {
		double angle = Math.PI * value;
		return (angle == 0) ? 1 : Math.sin(angle) / angle;
	}

	private static double kaiser(double position) {
		return bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - position * position)));
	}

	// The modified Bessel function of the first kind and order zero.
	private static double bessel(double value) {
		double quarter = value * value / 4;
		double term = 1;
		double sum = 1;
		for (int i = 1; term > sum * 1e-12; i++) {
			term *= quarter / ((double) i * i);
			sum += term;
		}
		return sum;
	}

}
