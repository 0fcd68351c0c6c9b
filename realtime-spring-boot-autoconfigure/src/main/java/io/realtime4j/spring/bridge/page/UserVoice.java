package io.realtime4j.spring.bridge.page;

import io.realtime4j.audio.AudioDurations;
import io.realtime4j.audio.AudioLevel;

/**
 * Tells by the level of the microphone whether the user of a page is speaking, since live
 * sessions tell it only by transcripts, which come later. Thread-safe.
 */
final class UserVoice {

	/**
	 * The level in dBFS from which on somebody speaks.
	 */
	private static final double LOUD = -40;

	/**
	 * The time of the microphone after which nobody speaks any more.
	 */
	private static final long PAUSE_MILLIS = 500;

	private volatile long quietMillis = PAUSE_MILLIS;

	/**
	 * Take what the microphone hears. One thread at a time.
	 * @param pcm16 the samples
	 * @param sampleRate their rate in Hz
	 */
	void hear(byte[] pcm16, int sampleRate) {
		this.quietMillis = (AudioLevel.of(pcm16).rms() >= LOUD) ? 0
				: Math.min(PAUSE_MILLIS, this.quietMillis + AudioDurations.pcm16Millis(pcm16.length, sampleRate));
	}

	/**
	 * The microphone hears nothing more.
	 */
	void stop() {
		this.quietMillis = PAUSE_MILLIS;
	}

	boolean isSpeaking() {
		return this.quietMillis < PAUSE_MILLIS;
	}

}
