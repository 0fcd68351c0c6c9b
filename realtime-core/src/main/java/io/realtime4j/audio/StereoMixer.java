package io.realtime4j.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Interleaves two mono streams of 16-bit PCM.
 */
final class StereoMixer {

	private static final int SAMPLES_AT_ONCE = 4096;

	private final InputStream left;

	private final InputStream right;

	StereoMixer(InputStream left, InputStream right) {
		this.left = left;
		this.right = right;
	}

	/**
	 * Write samples of both sides.
	 * @param samples the number of samples of each; a side that has fewer is silent then
	 * @param out the stream to write to
	 * @throws IOException if a stream cannot be read or written
	 */
	void write(long samples, OutputStream out) throws IOException {
		byte[] leftPcm = new byte[SAMPLES_AT_ONCE * Pcm16.BYTES_PER_SAMPLE];
		byte[] rightPcm = new byte[leftPcm.length];
		byte[] stereo = new byte[2 * leftPcm.length];
		for (long left = samples; left > 0; left -= SAMPLES_AT_ONCE) {
			int count = (int) Math.min(SAMPLES_AT_ONCE, left);
			fill(this.left, leftPcm);
			fill(this.right, rightPcm);
			for (int i = 0; i < count; i++) {
				System.arraycopy(leftPcm, 2 * i, stereo, 4 * i, 2);
				System.arraycopy(rightPcm, 2 * i, stereo, 4 * i + 2, 2);
			}
			out.write(stereo, 0, 4 * count);
		}
	}

	private static void fill(InputStream in, byte[] pcm) throws IOException {
		int read = in.readNBytes(pcm, 0, pcm.length);
		Arrays.fill(pcm, read - read % 2, pcm.length, (byte) 0);
	}

}
