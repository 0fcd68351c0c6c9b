package io.realtime4j.simulator.input;

import java.util.Arrays;

/**
 * Audio that arrived and was not committed, with its place in time.
 */
final class PcmBuffer {

	private static final int INITIAL_BYTES = 9600;

	private byte[] bytes = new byte[INITIAL_BYTES];

	private int length;

	private long offset;

	/**
	 * Add audio at the end.
	 * @param pcm the audio as PCM16
	 */
	void append(byte[] pcm) {
		if (this.length + pcm.length > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + pcm.length));
		}
		System.arraycopy(pcm, 0, this.bytes, this.length, pcm.length);
		this.length += pcm.length;
	}

	/**
	 * Copy a range.
	 * @param from the first byte, counted since the buffer was made
	 * @param to the byte after the last
	 * @return what there is of the range
	 */
	byte[] copy(long from, long to) {
		int start = clamp(from - this.offset);
		return Arrays.copyOfRange(this.bytes, start, Math.max(start, clamp(to - this.offset)));
	}

	/**
	 * Forget the beginning.
	 * @param position the first byte to keep, counted since the buffer was made
	 */
	void dropBefore(long position) {
		int count = clamp(position - this.offset);
		if (count > 0) {
			int kept = this.length - count;
			byte[] shorter = new byte[Math.max(INITIAL_BYTES, kept)];
			System.arraycopy(this.bytes, count, shorter, 0, kept);
			this.bytes = shorter;
			this.length = kept;
			this.offset += count;
		}
	}

	/**
	 * Return where the audio begins.
	 * @return bytes since the buffer was made
	 */
	long start() {
		return this.offset;
	}

	/**
	 * Return where the audio ends.
	 * @return bytes since the buffer was made
	 */
	long end() {
		return this.offset + this.length;
	}

	private int clamp(long index) {
		return (int) Math.max(0, Math.min(this.length, index));
	}

}
