package io.realtime4j.audio;

import java.io.IOException;
import java.util.Arrays;

/**
 * The {@code fmt} chunk of a WAVE file, which describes its samples.
 *
 * @param sampleRate the sample rate in Hz
 * @param channels the number of channels
 * @param sampleSize the length of a sample in bytes
 * @param decoder reads a sample
 */
record WavFormat(int sampleRate, int channels, int sampleSize, SampleDecoder decoder) {

	static final int MIN_SIZE = 16;

	static final int MAX_SIZE = 40;

	private static final int EXTENSIBLE = 0xFFFE;

	private static final byte[] SUBFORMAT_TAIL = { 0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38,
			(byte) 0x9B, 0x71 };

	static WavFormat parse(byte[] chunk) throws IOException {
		int channels = LittleEndian.uint16(chunk, 2);
		int sampleRate = LittleEndian.int32(chunk, 4);
		int blockSize = LittleEndian.uint16(chunk, 12);
		int bits = LittleEndian.uint16(chunk, 14);
		if (channels == 0) {
			throw new IOException("invalid WAVE format: no channels");
		}
		if (sampleRate <= 0) {
			throw new IOException("invalid WAVE format: a sample rate of " + LittleEndian.uint32(chunk, 4) + " Hz");
		}
		SampleDecoder decoder = SampleDecoder.of(formatTag(chunk), bits);
		if (blockSize != channels * (bits / 8)) {
			throw new IOException("invalid WAVE format: a block of " + blockSize + " bytes for " + channels
					+ " channel(s) of " + bits + " bits");
		}
		return new WavFormat(sampleRate, channels, bits / 8, decoder);
	}

	private static int formatTag(byte[] chunk) throws IOException {
		int tag = LittleEndian.uint16(chunk, 0);
		if (tag != EXTENSIBLE) {
			return tag;
		}
		if (chunk.length < MAX_SIZE) {
			throw new IOException("invalid WAVE format: WAVE_FORMAT_EXTENSIBLE without a sub-format");
		}
		int tail = MAX_SIZE - SUBFORMAT_TAIL.length;
		if (!Arrays.equals(chunk, tail, MAX_SIZE, SUBFORMAT_TAIL, 0, SUBFORMAT_TAIL.length)) {
			throw new IOException("unsupported WAVE encoding: an unknown sub-format of WAVE_FORMAT_EXTENSIBLE");
		}
		return LittleEndian.uint16(chunk, tail - 2);
	}

	/**
	 * Return the length in bytes of one sample of each channel.
	 */
	int frameSize() {
		return this.channels * this.sampleSize;
	}

	/**
	 * Return the average of all channels.
	 * @param frames the frames of the file
	 * @param count how many of them to convert
	 * @return mono 16-bit signed little-endian PCM
	 */
	byte[] toMono(byte[] frames, int count) {
		byte[] pcm16 = new byte[count * Pcm16.BYTES_PER_SAMPLE];
		for (int frame = 0; frame < count; frame++) {
			double sum = 0;
			for (int channel = 0; channel < this.channels; channel++) {
				sum += this.decoder.decode(frames, frame * frameSize() + channel * this.sampleSize);
			}
			Pcm16.put(pcm16, frame * Pcm16.BYTES_PER_SAMPLE, Pcm16.clamp(Math.round(sum / this.channels)));
		}
		return pcm16;
	}

}
