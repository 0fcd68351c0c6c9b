package io.realtime4j.session.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.realtime4j.audio.AudioData;

/**
 * Internal splitter that cuts audio into pieces that fit into one event each.
 *
 * @since 0.1.0
 */
public final class AudioPieces {

	/**
	 * The size of a piece in bytes: even, so that no sample is cut, and as base64 far
	 * below the 15 MiB that servers take.
	 */
	private static final int SIZE = 1024 * 1024;

	private AudioPieces() {
	}

	/**
	 * Return the pieces of audio. They are for use at once: a single one is not a copy.
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
