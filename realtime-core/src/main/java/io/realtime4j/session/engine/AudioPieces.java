package io.realtime4j.session.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.WholeSamples;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import org.jspecify.annotations.Nullable;

/**
 * Internal splitter that cuts audio into pieces that fit into one event each. Half a
 * sample at the end of what is given waits for what comes next.
 *
 * @since 0.1.0
 */
public final class AudioPieces {

	/**
	 * The size of a piece in bytes: even, so that no sample is cut, and as base64 far
	 * below the 15 MiB that servers take.
	 */
	private static final int SIZE = 1024 * 1024;

	private final WholeSamples samples = new WholeSamples();

	/**
	 * Return the pieces of audio that is given in parts of any length. They are for use
	 * at once: a single one is not a copy.
	 * @param audio the audio, of any length
	 * @param format its format, or {@code null} for the default of the service
	 * @return the pieces in order, of 1 MiB at most, maybe none
	 */
	public synchronized List<AudioData> next(byte[] audio, @Nullable AudioFormat format) {
		return of(AudioFormats.isPcm(format) ? this.samples.join(audio) : behind(this.samples.flush(), audio));
	}

	private static byte[] behind(byte[] rest, byte[] audio) {
		if (rest.length == 0) {
			return audio;
		}
		byte[] all = Arrays.copyOf(rest, rest.length + audio.length);
		System.arraycopy(audio, 0, all, rest.length, audio.length);
		return all;
	}

	/**
	 * Forget what waits, since what is given next begins anew.
	 */
	public synchronized void clear() {
		this.samples.flush();
	}

	/**
	 * Return the pieces of audio that is whole. They are for use at once: a single one is
	 * not a copy.
	 * @param audio the audio, of any length
	 * @return the pieces in order, of 1 MiB at most
	 */
	public static List<AudioData> of(byte[] audio) {
		if (audio.length > 0 && audio.length <= SIZE) {
			return List.of(AudioData.wrap(audio));
		}
		List<AudioData> pieces = new ArrayList<>();
		for (int start = 0; start < audio.length; start += SIZE) {
			pieces.add(AudioData.wrap(Arrays.copyOfRange(audio, start, Math.min(audio.length, start + SIZE))));
		}
		return pieces;
	}

}
