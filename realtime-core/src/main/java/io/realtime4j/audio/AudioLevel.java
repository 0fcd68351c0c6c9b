package io.realtime4j.audio;

/**
 * Level of audio in decibels relative to full scale (dBFS): zero is the loudest level
 * that 16 bits can hold, and a sine wave of that height has an RMS of -3.01 dBFS.
 *
 * @param rms the root mean square in dBFS, {@link Double#NEGATIVE_INFINITY} for silence
 * @param peak the highest sample in dBFS, {@link Double#NEGATIVE_INFINITY} for silence
 */
public record AudioLevel(double rms, double peak) {

	/**
	 * Measure 16-bit signed little-endian PCM. Empty audio counts as silence.
	 * @param pcm16 the PCM, two bytes per sample; half a sample at its end is ignored
	 * @return the level
	 */
	public static AudioLevel of(byte[] pcm16) {
		int samples = pcm16.length / Pcm16.BYTES_PER_SAMPLE;
		double squares = 0;
		int peak = 0;
		for (int i = 0; i < samples; i++) {
			int sample = Pcm16.get(pcm16, i * Pcm16.BYTES_PER_SAMPLE);
			squares += (double) sample * sample;
			peak = Math.max(peak, Math.abs(sample));
		}
		return new AudioLevel(dbfs(Math.sqrt(squares / Math.max(1, samples))), dbfs(peak));
	}

	/**
	 * Return whether all samples are zero.
	 * @return whether this is the level of digital silence
	 */
	public boolean isSilence() {
		return this.peak == Double.NEGATIVE_INFINITY;
	}

	private static double dbfs(double amplitude) {
		return 20 * Math.log10(amplitude / Pcm16.FULL_SCALE);
	}

}
