package io.realtime4j.audio;

import java.util.Arrays;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;

import org.jspecify.annotations.Nullable;

/**
 * A microphone. The channels are mixed down to one.
 */
final class LineAudioSource implements AudioSource {

	private static final int PIECE_MILLIS = 20;

	private final TargetDataLine line;

	private final int channels;

	private final int sampleRate;

	private final byte[] buffer;

	LineAudioSource(TargetDataLine line) {
		AudioFormat format = line.getFormat();
		if (!AudioFormat.Encoding.PCM_SIGNED.equals(format.getEncoding()) || format.getSampleSizeInBits() != 16
				|| format.isBigEndian()) {
			throw new IllegalArgumentException(
					"The line must give 16-bit signed little-endian PCM but its format is " + format);
		}
		this.line = line;
		this.channels = format.getChannels();
		this.sampleRate = Math.round(format.getSampleRate());
		this.buffer = new byte[this.channels * Pcm16.BYTES_PER_SAMPLE * (this.sampleRate * PIECE_MILLIS / 1000)];
	}

	@Override
	public int sampleRate() {
		return this.sampleRate;
	}

	@Override
	public AudioPace pace() {
		return AudioPace.LIVE;
	}

	@Override
	public byte @Nullable [] read() {
		if (this.line.isOpen() && !this.line.isRunning()) {
			this.line.start();
		}
		int length = this.line.read(this.buffer, 0, this.buffer.length);
		return (length > 0) ? mono(Arrays.copyOf(this.buffer, length)) : null;
	}

	private byte[] mono(byte[] frames) {
		if (this.channels == 1) {
			return frames;
		}
		int frameSize = this.channels * Pcm16.BYTES_PER_SAMPLE;
		byte[] mono = new byte[frames.length / frameSize * Pcm16.BYTES_PER_SAMPLE];
		for (int i = 0; i < mono.length / Pcm16.BYTES_PER_SAMPLE; i++) {
			int sum = 0;
			for (int channel = 0; channel < this.channels; channel++) {
				sum += Pcm16.get(frames, i * frameSize + channel * Pcm16.BYTES_PER_SAMPLE);
			}
			Pcm16.put(mono, i * Pcm16.BYTES_PER_SAMPLE, sum / this.channels);
		}
		return mono;
	}

	@Override
	public void close() {
		this.line.stop();
		this.line.close();
	}

}
