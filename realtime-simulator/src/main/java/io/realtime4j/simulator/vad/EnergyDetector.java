package io.realtime4j.simulator.vad;

import java.util.ArrayList;
import java.util.List;

/**
 * Internal detector of speech by the energy of the audio, frame by frame, in the time of
 * the audio itself: it does not matter how fast the audio arrives.
 */
public final class EnergyDetector {

	private static final int FRAME_MILLIS = 20;

	private static final int ONSET_FRAMES = 3;

	private static final double RELEASE = 0.6;

	private static final int MILLIS = 1000;

	private final int frameSamples;

	private final byte[] frame;

	private int filled;

	private long frames;

	private int voicedFrames;

	private int quietFrames;

	private boolean speaking;

	/**
	 * Create a new {@link EnergyDetector} instance.
	 * @param rate samples per second
	 */
	public EnergyDetector(int rate) {
		this.frameSamples = rate * FRAME_MILLIS / MILLIS;
		this.frame = new byte[this.frameSamples * 2];
	}

	/**
	 * Hear more audio.
	 * @param pcm the audio as PCM16, little-endian
	 * @param threshold how loud speech must be, from 0 to 1
	 * @param silenceMillis how long it must be quiet until speech is over
	 * @return where speech began and ended
	 */
	public List<SpeechBoundary> hear(byte[] pcm, double threshold, int silenceMillis) {
		List<SpeechBoundary> boundaries = new ArrayList<>();
		int position = 0;
		while (position < pcm.length) {
			int length = Math.min(pcm.length - position, this.frame.length - this.filled);
			System.arraycopy(pcm, position, this.frame, this.filled, length);
			position += length;
			this.filled += length;
			if (this.filled == this.frame.length) {
				this.filled = 0;
				judge(boundaries, Loudness.level(threshold), silenceMillis);
			}
		}
		return boundaries;
	}

	/**
	 * Return whether somebody speaks.
	 * @return {@code true} between the beginning and the end of speech
	 */
	public boolean isSpeaking() {
		return this.speaking;
	}

	/**
	 * Forget what was heard of the present turn.
	 */
	public void reset() {
		this.speaking = false;
		this.voicedFrames = 0;
		this.quietFrames = 0;
	}

	private void judge(List<SpeechBoundary> boundaries, double level, int silenceMillis) {
		this.frames++;
		double loudness = Loudness.of(this.frame, 0, this.frameSamples);
		boolean voiced = loudness >= ((this.speaking) ? level * RELEASE : level);
		this.voicedFrames = (voiced) ? this.voicedFrames + 1 : 0;
		this.quietFrames = (voiced) ? 0 : this.quietFrames + 1;
		if (!this.speaking && this.voicedFrames == ONSET_FRAMES) {
			this.speaking = true;
			boundaries.add(new SpeechBoundary(true, (this.frames - ONSET_FRAMES) * FRAME_MILLIS));
		}
		else if (this.speaking && this.quietFrames * FRAME_MILLIS >= Math.max(FRAME_MILLIS, silenceMillis)) {
			this.speaking = false;
			boundaries.add(new SpeechBoundary(false, this.frames * FRAME_MILLIS));
		}
	}

}
