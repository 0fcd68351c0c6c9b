package io.realtime4j.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splitter that cuts a stream of audio, received in chunks of any length, into frames of
 * equal length. An incomplete frame is kept for the next chunk.
 * <p>
 * An instance belongs to one stream and one thread at a time.
 */
public final class AudioChunker {

	private final byte[] pending;

	private int filled;

	private AudioChunker(long frameSize) {
		if (frameSize <= 0 || frameSize > Integer.MAX_VALUE - 8) {
			throw new IllegalArgumentException("A frame cannot hold " + frameSize + " bytes");
		}
		this.pending = new byte[(int) frameSize];
	}

	/**
	 * Create a new {@link AudioChunker} for mono 16-bit PCM: 20 ms at 24,000 Hz are
	 * frames of 960 bytes.
	 * @param sampleRate the sample rate in Hz
	 * @param millis the length of a frame in milliseconds, rounded down to whole samples
	 * @return the chunker
	 * @throws IllegalArgumentException if the rate is not positive, or a frame would hold
	 * no sample or more than an array can
	 */
	public static AudioChunker pcm16(int sampleRate, int millis) {
		return new AudioChunker(AudioDurations.pcm16Bytes(millis, sampleRate));
	}

	/**
	 * Create a new {@link AudioChunker} for G.711: 20 ms are frames of 160 bytes.
	 * @param millis the length of a frame in milliseconds, greater than zero
	 * @return the chunker
	 * @throws IllegalArgumentException if the length is not positive or a frame would
	 * hold more than an array can
	 */
	public static AudioChunker g711(int millis) {
		return new AudioChunker(AudioDurations.g711Bytes(millis));
	}

	/**
	 * Return the length of a frame.
	 * @return the length in bytes
	 */
	public int frameSize() {
		return this.pending.length;
	}

	/**
	 * Add the next chunk of the stream.
	 * @param audio the audio, of any length
	 * @return the frames that are full by now, in order, maybe none
	 */
	public List<byte[]> chunk(byte[] audio) {
		List<byte[]> frames = new ArrayList<>((int) (((long) this.filled + audio.length) / frameSize()));
		int offset = 0;
		while (offset < audio.length) {
			int length = Math.min(frameSize() - this.filled, audio.length - offset);
			System.arraycopy(audio, offset, this.pending, this.filled, length);
			this.filled += length;
			offset += length;
			if (this.filled == frameSize()) {
				frames.add(flush());
			}
		}
		return frames;
	}

	/**
	 * Return the remaining audio, and start again.
	 * @return the audio that does not fill a frame, maybe empty
	 */
	public byte[] flush() {
		byte[] frame = Arrays.copyOf(this.pending, this.filled);
		this.filled = 0;
		return frame;
	}

}
