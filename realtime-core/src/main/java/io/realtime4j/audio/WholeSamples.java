package io.realtime4j.audio;

import java.util.Arrays;

/**
 * Joiner of 16-bit PCM that comes in pieces of any length: half a sample at the end of a
 * piece waits for the next one.
 * <p>
 * An instance belongs to one stream and one thread at a time.
 *
 * @since 0.1.0
 */
public final class WholeSamples {

	private static final byte[] NOTHING = {};

	private byte[] rest = NOTHING;

	/**
	 * Take the next piece of the stream.
	 * @param pcm16 the piece, of any length
	 * @return the samples that are whole by now, maybe none; the piece itself if it holds
	 * just these
	 */
	public byte[] join(byte[] pcm16) {
		int waiting = this.rest.length;
		int total = Math.addExact(waiting, pcm16.length);
		int odd = total % Pcm16.BYTES_PER_SAMPLE;
		if (pcm16.length == 0 || (waiting == 0 && odd == 0)) {
			return pcm16;
		}
		byte[] whole = Arrays.copyOf(this.rest, total - odd);
		System.arraycopy(pcm16, 0, whole, waiting, whole.length - waiting);
		this.rest = Arrays.copyOfRange(pcm16, pcm16.length - odd, pcm16.length);
		return whole;
	}

	/**
	 * Begin another stream.
	 * @return the half of a sample that has waited, maybe nothing
	 */
	public byte[] flush() {
		byte[] half = this.rest;
		this.rest = NOTHING;
		return half;
	}

}
