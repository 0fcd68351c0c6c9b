package io.realtime4j.benchmarks.load.wire;

import java.nio.ByteBuffer;

/**
 * The audio of a telephone line: frames of 20 ms of G.711, which nobody on the way
 * changes. Each has a {@link Stamp} and its number.
 */
public final class LineAudio {

	/**
	 * How many bytes a frame has.
	 */
	public static final int FRAME = 160;

	/**
	 * How many frames are a second.
	 */
	public static final int PER_SECOND = 50;

	/**
	 * Stamp of silence that took the place of audio that did not come: all bits are set.
	 */
	private static final long SILENCE = -1;

	private static final long QUIET = -2;

	private LineAudio() {
	}

	/**
	 * Return a frame in which nothing is said. Nobody counts it.
	 * @return the audio
	 */
	public static byte[] quiet() {
		return ByteBuffer.allocate(FRAME).putLong(QUIET).array();
	}

	static boolean isQuiet(byte[] audio, int index) {
		return Stamp.of(audio, index) == QUIET;
	}

	/**
	 * Return a number of frames.
	 * @param first the number of the first
	 * @param count how many
	 * @return the audio, stamped with now
	 */
	public static byte[] frames(int first, int count) {
		ByteBuffer audio = ByteBuffer.allocate(count * FRAME);
		long now = Stamp.now();
		for (int i = 0; i < count; i++) {
			audio.putLong(i * FRAME, now).putInt(i * FRAME + Long.BYTES, first + i);
		}
		return audio.array();
	}

	static boolean isSilence(byte[] audio, int index) {
		return Stamp.of(audio, index) == SILENCE;
	}

	static int number(byte[] audio, int index) {
		return ByteBuffer.wrap(audio).getInt(index + Long.BYTES);
	}

}
