package io.realtime4j.spring.phone.engine;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.spring.bridge.connection.AudioPace;

/**
 * Passes on what a caller says. Frames are joined, and what was lost is replaced with
 * silence, since detection of turns counts audio, not time.
 */
final class CallerAudio {

	/**
	 * Silence after which something is missing.
	 */
	static final Duration STALL = Duration.ofMillis(750);

	private static final long STALL_SILENCE_MILLIS = 1000;

	private static final long FRAME_MILLIS = 20;

	private static final long MAX_GAP_MILLIS = 10_000;

	private final AudioFormat format;

	private final int joined;

	private final AudioPace pace;

	private final Consumer<byte[]> ear;

	private final Consumer<byte[]> silentEar;

	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

	private long expectedMillis = -1;

	private long lost;

	private long late;

	// Nothing is missing before anything came
	private boolean padded = true;

	/**
	 * Create caller audio.
	 * @param format the format
	 * @param joined how much is put together at most
	 * @param pace limits how much may come
	 * @param ear is given the audio; must not block
	 * @param silentEar is given silence while nothing comes, in place of audio that may
	 * still come late; must not block
	 */
	CallerAudio(AudioFormat format, Duration joined, AudioPace pace, Consumer<byte[]> ear, Consumer<byte[]> silentEar) {
		this.silentEar = silentEar;
		this.format = format;
		this.joined = (int) AudioFormats.bytes(joined.toMillis(), format);
		this.pace = pace;
		this.ear = ear;
	}

	/**
	 * Hear a frame.
	 * @param audio the audio
	 * @param timestampMillis its place in the call in ms, or -1 if it is not told
	 */
	synchronized void hear(byte[] audio, long timestampMillis) {
		this.pace.take(audio.length);
		this.padded = false;
		if (timestampMillis >= 0) {
			pad(timestampMillis);
			this.expectedMillis = Math.max(this.expectedMillis,
					timestampMillis + AudioFormats.millis(audio.length, this.format));
		}
		this.waiting.writeBytes(audio);
		if (this.waiting.size() + AudioFormats.bytes(FRAME_MILLIS, this.format) > this.joined) {
			flush();
		}
	}

	private void pad(long timestampMillis) {
		long gap = timestampMillis - this.expectedMillis;
		if (this.expectedMillis >= 0 && gap >= FRAME_MILLIS) {
			byte[] silence = silence(AudioFormats.bytes(Math.min(gap, MAX_GAP_MILLIS), this.format), this.format);
			this.pace.take(silence.length);
			flush();
			this.lost += Math.min(gap, MAX_GAP_MILLIS) / FRAME_MILLIS;
			this.ear.accept(silence);
		}
	}

	/**
	 * Nothing came for a time: the caller counts as silent, once until more comes.
	 */
	synchronized void stall() {
		flush();
		if (!this.padded) {
			this.padded = true;
			this.late += STALL_SILENCE_MILLIS / FRAME_MILLIS;
			this.silentEar.accept(silence(AudioFormats.bytes(STALL_SILENCE_MILLIS, this.format), this.format));
			this.expectedMillis += (this.expectedMillis >= 0) ? STALL_SILENCE_MILLIS : 0;
		}
	}

	/**
	 * Return how many frames did not come.
	 * @return the number since the beginning of the call
	 */
	synchronized long lost() {
		return this.lost;
	}

	/**
	 * Return for how many frames silence stood in while nothing came.
	 * @return the number since the beginning of the call
	 */
	synchronized long late() {
		return this.late;
	}

	/**
	 * Pass on what waits.
	 */
	synchronized void flush() {
		if (this.waiting.size() > 0) {
			byte[] audio = this.waiting.toByteArray();
			this.waiting.reset();
			this.ear.accept(audio);
		}
	}

	/**
	 * Return silence.
	 * @param bytes the length in bytes
	 * @param format the format
	 * @return the audio
	 */
	static byte[] silence(long bytes, AudioFormat format) {
		byte[] silence = new byte[(int) bytes];
		byte[] sample = AudioFormats.encode(new byte[2], format);
		if (sample.length == 1) {
			Arrays.fill(silence, sample[0]);
		}
		return silence;
	}

}
