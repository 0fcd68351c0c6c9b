package io.realtime4j.spring.playback;

import io.realtime4j.audio.AudioDurations;
import io.realtime4j.audio.AudioLevel;

/**
 * Internal judge of whether a user is speaking, by the level of the microphone, since
 * live sessions tell it only by transcripts, which come later. Thread-safe.
 */
public final class UserVoice {

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
	public void hear(byte[] pcm16, int sampleRate) {
		this.quietMillis = (AudioLevel.of(pcm16).rms() >= LOUD) ? 0
				: Math.min(PAUSE_MILLIS, this.quietMillis + AudioDurations.pcm16Millis(pcm16.length, sampleRate));
	}

	/**
	 * The microphone hears nothing more.
	 */
	public void stop() {
		this.quietMillis = PAUSE_MILLIS;
	}

	/**
	 * Return whether the user is speaking, or has stopped a moment ago.
	 * @return whether the user is
	 */
	public boolean isSpeaking() {
		return this.quietMillis < PAUSE_MILLIS;
	}

}
