package io.realtime4j.spring.phone.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import org.jspecify.annotations.Nullable;

/**
 * One side of a recording, as a file of 16-bit PCM while the call goes on. What is said
 * is placed by {@link #place}, by any thread; the file is written by one thread at a
 * time.
 */
final class RecordedSide {

	private static final int BYTES_PER_SAMPLE = 2;

	private static final long MILLIS = 1000;

	private static final long JITTER_MILLIS = 200;

	private static final long PATIENCE_MILLIS = 2000;

	private final AudioFormat format;

	private final long toleranceMillis;

	private long placed;

	// Since when this side has been late all the time, and how late at least
	private long lateSince = -1;

	private long late;

	private @Nullable Path file;

	private @Nullable OutputStream out;

	/**
	 * Create a side.
	 * @param format the format of what is said
	 * @param toleranceMillis up to this time, in ms, a pause counts as a delay of the
	 * network
	 */
	RecordedSide(AudioFormat format, long toleranceMillis) {
		this.format = format;
		this.toleranceMillis = toleranceMillis;
	}

	/**
	 * Find the place of audio that has just come to its end.
	 * @param audio the audio on the wire
	 * @param nowMillis the time since the beginning of the call, in ms
	 * @return the audio with the pause before it
	 */
	Piece place(byte[] audio, long nowMillis) {
		long samples = samples(audio);
		long pause = samples(nowMillis) - samples - this.placed;
		long silence = Math.max(0, missing(pause, nowMillis));
		if (silence > 0) {
			this.lateSince = -1;
		}
		this.placed += silence + samples;
		return new Piece(this, silence, audio);
	}

	// What comes late comes all at once soon after; what stays late was lost
	private long missing(long pause, long nowMillis) {
		if (this.placed == 0 || pause > samples(this.toleranceMillis)) {
			return pause;
		}
		if (pause <= samples(JITTER_MILLIS)) {
			this.lateSince = -1;
			return 0;
		}
		this.late = (this.lateSince < 0) ? pause : Math.min(this.late, pause);
		this.lateSince = (this.lateSince < 0) ? nowMillis : this.lateSince;
		return (nowMillis - this.lateSince >= PATIENCE_MILLIS) ? this.late : 0;
	}

	private long samples(byte[] audio) {
		return AudioFormats.isPcm(this.format) ? audio.length / BYTES_PER_SAMPLE : audio.length;
	}

	private long samples(long millis) {
		return millis * AudioFormats.sampleRate(this.format) / MILLIS;
	}

	/**
	 * Return the number of samples that were placed.
	 * @return the number
	 */
	long placed() {
		return this.placed;
	}

	private OutputStream out() throws IOException {
		OutputStream result = this.out;
		if (result == null) {
			this.file = Files.createTempFile("realtime-call-", ".pcm");
			result = new BufferedOutputStream(Files.newOutputStream(this.file));
			this.out = result;
		}
		return result;
	}

	/**
	 * Read all that was written. Nothing can be written then.
	 * @return the 16-bit PCM
	 * @throws IOException if it cannot be read
	 */
	InputStream read() throws IOException {
		if (this.out == null || this.file == null) {
			return InputStream.nullInputStream();
		}
		this.out.close();
		return Files.newInputStream(this.file);
	}

	/**
	 * Delete what was written.
	 * @throws IOException if it cannot be deleted
	 */
	void delete() throws IOException {
		Path written = this.file;
		if (written == null) {
			return;
		}
		// Closing writes what is left, which fails on a disk that is full
		try (OutputStream closed = this.out) {
			this.file = null;
		}
		catch (IOException ex) {
			// Nothing of it is wanted
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

	/**
	 * Audio that is to be written.
	 *
	 * @param side the side that it is of
	 * @param silence the samples of silence before it
	 * @param audio the audio on the wire
	 */
	record Piece(RecordedSide side, long silence, byte[] audio) {

		void write() throws IOException {
			OutputStream out = this.side.out();
			byte[] pause = new byte[(int) Math.min(this.silence, AudioFormats.sampleRate(this.side.format))
					* BYTES_PER_SAMPLE];
			for (long left = this.silence * BYTES_PER_SAMPLE; left > 0; left -= pause.length) {
				out.write(pause, 0, (int) Math.min(left, pause.length));
			}
			out.write(AudioFormats.decode(AudioData.of(this.audio), this.side.format).audio().bytes());
		}

	}

}
