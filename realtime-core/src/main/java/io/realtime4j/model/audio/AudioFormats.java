package io.realtime4j.model.audio;

import java.util.Arrays;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioDurations;
import io.realtime4j.audio.G711;
import io.realtime4j.audio.Pcm;
import org.jspecify.annotations.Nullable;

/**
 * Conversions between audio on the wire and PCM, and between its length and its duration.
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

	/**
	 * Return whether audio on the wire is PCM, two bytes each sample.
	 * @param format the format, or {@code null} for the default of the service
	 * @return whether it is
	 */
	public static boolean isPcm(@Nullable AudioFormat format) {
		return format == null || format instanceof AudioPcm;
	}

	/**
	 * Return audio as PCM.
	 * @param audio the audio on the wire, as a whole: half a sample at its end is dropped
	 * @param format the format, or {@code null} for the default of the service
	 * @return the PCM, at the rate of the format
	 * @throws IllegalStateException if this library does not know the format
	 * @see SpeechDecoder
	 */
	public static Pcm decode(AudioData audio, @Nullable AudioFormat format) {
		requireKnown(format);
		byte[] bytes = audio.bytes();
		if (isG711(format)) {
			return Pcm.of(G711.SAMPLE_RATE,
					(format instanceof AudioPcmu) ? G711.decodeUlaw(bytes) : G711.decodeAlaw(bytes));
		}
		return Pcm.of(sampleRate(format), (bytes.length % 2 == 0) ? bytes : Arrays.copyOf(bytes, bytes.length - 1));
	}

	/**
	 * Return PCM in a format of the wire.
	 * @param pcm16 the samples, at the rate of the format
	 * @param format the format, or {@code null} for the default of the service
	 * @return the audio on the wire
	 * @throws IllegalStateException if this library does not know the format
	 */
	public static byte[] encode(byte[] pcm16, @Nullable AudioFormat format) {
		requireKnown(format);
		if (isG711(format)) {
			return (format instanceof AudioPcmu) ? G711.encodeUlaw(pcm16) : G711.encodeAlaw(pcm16);
		}
		return pcm16;
	}

	private static void requireKnown(@Nullable AudioFormat format) {
		if (format instanceof UnknownAudioFormat) {
			throw new IllegalStateException("The format '" + format.type() + "' of audio is not known");
		}
	}

	private static boolean isG711(@Nullable AudioFormat format) {
		return format instanceof AudioPcmu || format instanceof AudioPcma;
	}

}
