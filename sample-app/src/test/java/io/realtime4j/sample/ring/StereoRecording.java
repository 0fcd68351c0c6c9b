package io.realtime4j.sample.ring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Recording of a call. Places in it are milliseconds since its beginning.
 */
final class StereoRecording {

	static final int CALLER = 0;

	static final int DESK = 1;

	private static final int CHANNELS = 2;

	/**
	 * Loudest sample of what still counts as silence.
	 */
	private static final int FAINT = 300;

	private final ShortBuffer samples;

	private final int perMilli;

	StereoRecording(Path file) throws IOException {
		try (AudioInputStream in = AudioSystem
			.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
			AudioFormat format = in.getFormat();
			if (format.getChannels() != CHANNELS) {
				throw new IOException("The recording has " + format.getChannels() + " channels");
			}
			this.perMilli = (int) format.getSampleRate() / 1000;
			this.samples = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
		}
		catch (UnsupportedAudioFileException ex) {
			throw new IOException(ex);
		}
	}

	int firstSound(int side) {
		return nextSound(side, 0);
	}

	/**
	 * Return the place of the next sound.
	 */
	int nextSound(int side, int from) {
		for (int milli = from; milli < millis(); milli++) {
			if (isSound(side, milli)) {
				return milli;
			}
		}
		throw new AssertionError("There is only silence after " + from + " ms");
	}

	/**
	 * Return the place of the next silence that is long enough, or the end.
	 */
	int firstPause(int side, int from, int length) {
		int silence = from;
		for (int milli = from; milli < millis() && milli - silence < length; milli++) {
			silence = isSound(side, milli) ? milli + 1 : silence;
		}
		return silence;
	}

	private int millis() {
		return this.samples.limit() / CHANNELS / this.perMilli;
	}

	private boolean isSound(int side, int milli) {
		for (int i = 0; i < this.perMilli; i++) {
			if (Math.abs(this.samples.get(CHANNELS * (milli * this.perMilli + i) + side)) > FAINT) {
				return true;
			}
		}
		return false;
	}

}
