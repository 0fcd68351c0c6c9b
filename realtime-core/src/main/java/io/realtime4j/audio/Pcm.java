package io.realtime4j.audio;

/**
 * Mono 16-bit signed little-endian PCM together with its sample rate.
 *
 * @param sampleRate the sample rate in Hz, greater than zero
 * @param audio the samples, two bytes each
 */
public record Pcm(int sampleRate, AudioData audio) {

	/**
	 * Create a new {@link Pcm} instance.
	 * @param sampleRate the sample rate in Hz, greater than zero
	 * @param audio the samples, two bytes each
	 * @throws IllegalArgumentException if the sample rate is not positive, or the audio
	 * ends within a sample
	 */
	public Pcm {
		if (sampleRate <= 0) {
			throw new IllegalArgumentException("'sampleRate' must be greater than zero but is " + sampleRate);
		}
		if (audio.size() % Pcm16.BYTES_PER_SAMPLE != 0) {
			throw new IllegalArgumentException("PCM16 of " + audio.size() + " bytes ends within a sample");
		}
	}

	/**
	 * Create a new {@link Pcm} instance from bytes.
	 * @param sampleRate the sample rate in Hz, greater than zero
	 * @param pcm16 the samples, two bytes each, which are copied
	 * @return the PCM
	 * @throws IllegalArgumentException if the sample rate is not positive, or the bytes
	 * end within a sample
	 */
	public static Pcm of(int sampleRate, byte[] pcm16) {
		return new Pcm(sampleRate, AudioData.of(pcm16));
	}

	/**
	 * Return the number of samples.
	 * @return the number of samples
	 */
	public int samples() {
		return this.audio.size() / Pcm16.BYTES_PER_SAMPLE;
	}

	/**
	 * Return the duration of the audio.
	 * @return the duration in milliseconds, rounded down
	 */
	public long millis() {
		return AudioDurations.pcm16Millis(this.audio.size(), this.sampleRate);
	}

	/**
	 * Return this audio at another sample rate.
	 * @param targetRate the sample rate to convert to, 1000 to 768,000 Hz
	 * @return the converted audio, or this instance if it has that rate
	 * @throws IllegalArgumentException if a rate is out of range
	 */
	public Pcm resample(int targetRate) {
		if (targetRate == this.sampleRate) {
			return this;
		}
		return of(targetRate, PcmResampler.convert(this.audio.bytes(), this.sampleRate, targetRate));
	}

}
