package io.realtime4j.simulator.voice;

/**
 * Voice that plays a tone for as long as the text would take.
 */
public final class ToneVoice implements SimulatorVoice {

	private static final int RATE = 24000;

	private static final double LETTERS_PER_SECOND = 14;

	private static final double MIN_SECONDS = 0.3;

	private static final double FREQUENCY = 220;

	private static final double AMPLITUDE = 6000;

	private static final double SYLLABLES_PER_SECOND = 4;

	@Override
	public byte[] speak(SpeechRequest request) {
		double seconds = Math.max(MIN_SECONDS, request.text().length() / LETTERS_PER_SECOND / request.speed());
		int samples = (int) (seconds * RATE);
		byte[] pcm = new byte[samples * 2];
		for (int i = 0; i < samples; i++) {
			double time = (double) i / RATE;
			double swell = 0.6 - 0.4 * Math.cos(2 * Math.PI * SYLLABLES_PER_SECOND * time);
			short sample = (short) (AMPLITUDE * swell * Math.sin(2 * Math.PI * FREQUENCY * time));
			pcm[2 * i] = (byte) sample;
			pcm[2 * i + 1] = (byte) (sample >> 8);
		}
		return pcm;
	}

}
