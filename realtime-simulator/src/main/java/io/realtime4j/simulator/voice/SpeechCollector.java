package io.realtime4j.simulator.voice;

import java.io.ByteArrayOutputStream;

import javax.sound.sampled.AudioFormat;

import com.sun.speech.freetts.audio.AudioPlayer;

/**
 * Takes the sound of FreeTTS in place of a loudspeaker.
 */
final class SpeechCollector implements AudioPlayer {

	private static final int DEFAULT_RATE = 16000;

	private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

	private AudioFormat format = new AudioFormat(DEFAULT_RATE, Short.SIZE, 1, true, true);

	private float volume = 1;

	/**
	 * Return what was said.
	 * @return the sound as PCM16, little-endian, at {@link #rate()}
	 */
	byte[] pcm() {
		byte[] pcm = this.sound.toByteArray();
		if (this.format.isBigEndian()) {
			for (int i = 0; i + 1 < pcm.length; i += 2) {
				byte high = pcm[i];
				pcm[i] = pcm[i + 1];
				pcm[i + 1] = high;
			}
		}
		return pcm;
	}

	/**
	 * Return the sample rate.
	 * @return samples per second
	 */
	int rate() {
		return (int) this.format.getSampleRate();
	}

	@Override
	public void setAudioFormat(AudioFormat format) {
		this.format = format;
	}

	@Override
	public AudioFormat getAudioFormat() {
		return this.format;
	}

	@Override
	public boolean write(byte[] audio) {
		return write(audio, 0, audio.length);
	}

	@Override
	public boolean write(byte[] audio, int offset, int length) {
		this.sound.write(audio, offset, length);
		return true;
	}

	@Override
	public void begin(int size) {
	}

	@Override
	public boolean end() {
		return true;
	}

	@Override
	public boolean drain() {
		return true;
	}

	@Override
	public void pause() {
	}

	@Override
	public void resume() {
	}

	@Override
	public void reset() {
	}

	@Override
	public void cancel() {
	}

	@Override
	public void close() {
	}

	@Override
	public float getVolume() {
		return this.volume;
	}

	@Override
	public void setVolume(float volume) {
		this.volume = volume;
	}

	@Override
	public long getTime() {
		return 0;
	}

	@Override
	public void resetTime() {
	}

	@Override
	public void startFirstSampleTimer() {
	}

	@Override
	public void showMetrics() {
	}

}
