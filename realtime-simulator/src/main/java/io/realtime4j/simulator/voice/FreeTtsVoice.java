package io.realtime4j.simulator.voice;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import io.realtime4j.audio.PcmResampler;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the voice kevin16 of FreeTTS. A voice of FreeTTS speaks one sentence at a
 * time, and is allocated when it is first needed.
 */
final class FreeTtsVoice implements SimulatorVoice {

	private static final String NAME = "kevin16";

	private static final int RATE = 24000;

	private static final int WORDS_PER_MINUTE = 160;

	private @Nullable Voice voice;

	@Override
	public synchronized byte[] speak(SpeechRequest request) {
		Voice voice = allocated();
		SpeechCollector collector = new SpeechCollector();
		voice.setAudioPlayer(collector);
		voice.setRate((float) (WORDS_PER_MINUTE * request.speed()));
		voice.speak(request.text());
		return PcmResampler.convert(collector.pcm(), collector.rate(), RATE);
	}

	@Override
	public synchronized void close() {
		if (this.voice != null) {
			this.voice.deallocate();
			this.voice = null;
		}
	}

	private Voice allocated() {
		Voice voice = this.voice;
		if (voice == null) {
			voice = find();
			voice.allocate();
			this.voice = voice;
		}
		return voice;
	}

	private static Voice find() {
		for (Voice voice : new KevinVoiceDirectory().getVoices()) {
			if (NAME.equals(voice.getName())) {
				return voice;
			}
		}
		throw new IllegalStateException("FreeTTS has no voice " + NAME);
	}

}
