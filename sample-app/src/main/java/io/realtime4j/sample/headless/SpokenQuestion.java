package io.realtime4j.sample.headless;

import java.io.IOException;

import io.realtime4j.audio.AudioLevel;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import org.jspecify.annotations.Nullable;

/**
 * A recorded question that knows when its last word was spoken.
 */
final class SpokenQuestion implements AudioSource {

	/**
	 * Level in dBFS below which nothing is the end of a word.
	 */
	private static final double FAINT = -45;

	private final AudioSource recording;

	private volatile long lastWord = System.nanoTime();

	SpokenQuestion(Pcm recording) {
		this.recording = AudioSource.of(recording);
	}

	@Override
	public int sampleRate() {
		return this.recording.sampleRate();
	}

	@Override
	public byte @Nullable [] read() throws IOException {
		byte[] piece = this.recording.read();
		if (piece != null && AudioLevel.of(piece).rms() >= FAINT) {
			this.lastWord = System.nanoTime();
		}
		return piece;
	}

	/**
	 * Return how much later something was.
	 * @param nanoTime when it was
	 * @return the time since the last word in ms
	 */
	long millisUntil(long nanoTime) {
		return Math.max(0, nanoTime - this.lastWord) / 1_000_000;
	}

}
