package io.realtime4j.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A source of encoded samples in a stream.
 */
final class StreamAudioSource implements AudioSource {

	private static final int PIECE_MILLIS = 20;

	private final InputStream in;

	private final int sampleRate;

	private final UnaryOperator<byte[]> decoder;

	private final byte[] buffer;

	private final int sampleSize;

	private int filled;

	StreamAudioSource(InputStream in, int sampleRate, int sampleSize, UnaryOperator<byte[]> decoder) {
		if (sampleRate < PcmResampler.MIN_RATE || sampleRate > PcmResampler.MAX_RATE) {
			throw new IllegalArgumentException("'sampleRate' must be from " + PcmResampler.MIN_RATE + " to "
					+ PcmResampler.MAX_RATE + " Hz but is " + sampleRate);
		}
		this.in = in;
		this.sampleRate = sampleRate;
		this.sampleSize = sampleSize;
		this.decoder = decoder;
		this.buffer = new byte[sampleSize * (sampleRate * PIECE_MILLIS / 1000)];
	}

	@Override
	public int sampleRate() {
		return this.sampleRate;
	}

	@Override
	public byte @Nullable [] read() throws IOException {
		while (this.filled < this.sampleSize) {
			int length = this.in.read(this.buffer, this.filled, this.buffer.length - this.filled);
			if (length < 0) {
				// Half a sample is none
				return null;
			}
			this.filled += length;
		}
		int whole = this.filled - this.filled % this.sampleSize;
		byte[] samples = Arrays.copyOf(this.buffer, whole);
		System.arraycopy(this.buffer, whole, this.buffer, 0, this.filled - whole);
		this.filled -= whole;
		return this.decoder.apply(samples);
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
