package io.realtime4j.model.audio;

import io.realtime4j.audio.AudioDurations;
import io.realtime4j.audio.G711;
import org.jspecify.annotations.Nullable;

/**
 * Conversions between the length of audio on the wire and its duration.
 *
 * @since 0.1.0
 */
public final class AudioFormats {

	private static final int DEFAULT_RATE = 24000;

	private static final long NANOS_PER_MILLI = 1_000_000;

	private AudioFormats() {
	}

	/**
	 * Return the duration of audio.
	 * @param bytes the length in bytes
	 * @param format the format, or {@code null} for the default of the service; of a
	 * format that this library does not know the same is assumed
	 * @return the duration in ms, rounded down
	 */
	public static long millis(long bytes, @Nullable AudioFormat format) {
		return isG711(format) ? AudioDurations.g711Millis(bytes)
				: AudioDurations.pcm16Millis(bytes, sampleRate(format));
	}

	/**
	 * Return the exact duration of audio.
	 * @param bytes the length in bytes
	 * @param format the format, or {@code null} for the default of the service; of a
	 * format that this library does not know the same is assumed
	 * @return the duration in ns, rounded down
	 */
	public static long nanos(long bytes, @Nullable AudioFormat format) {
		return millis(Math.multiplyExact(bytes, NANOS_PER_MILLI), format);
	}

	/**
	 * Return the length of audio of a duration.
	 * @param millis the duration in ms
	 * @param format the format, or {@code null} for the default of the service; of a
	 * format that this library does not know the same is assumed
	 * @return the length in bytes, rounded down to whole samples
	 */
	public static long bytes(long millis, @Nullable AudioFormat format) {
		return isG711(format) ? AudioDurations.g711Bytes(millis)
				: AudioDurations.pcm16Bytes(millis, sampleRate(format));
	}

	/**
	 * Return the sample rate of audio.
	 * @param format the format, or {@code null} for the default of the service; of a
	 * format that this library does not know the same is assumed
	 * @return the rate in Hz
	 */
	public static int sampleRate(@Nullable AudioFormat format) {
		if (isG711(format)) {
			return G711.SAMPLE_RATE;
		}
		Long rate = (format instanceof AudioPcm pcm) ? pcm.rate() : null;
		return (rate != null && rate > 0 && rate <= Integer.MAX_VALUE) ? rate.intValue() : DEFAULT_RATE;
	}

	private static boolean isG711(@Nullable AudioFormat format) {
		return format instanceof AudioPcmu || format instanceof AudioPcma;
	}

}
