package io.realtime4j.session.realtime;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.BetaAudioFormat;
import io.realtime4j.model.session.BetaTranscriptionSession;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Says the settings of a transcription session in the flat form of beta.
 */
final class BetaTranscription {

	private BetaTranscription() {
	}

	static BetaTranscriptionSession settings(TranscriptionSessionSettings settings) {
		AudioInput input = (settings.audio() != null) ? settings.audio().input() : null;
		if (input == null) {
			return new BetaTranscriptionSession(null, null, null, null, null, null, null, settings.include(), null,
					null, settings.extra());
		}
		return new BetaTranscriptionSession(null, null, null, format(input.format()), input.transcription(),
				input.turnDetection(), input.noiseReduction(), settings.include(), null, null, settings.extra());
	}

	private static @Nullable BetaAudioFormat format(@Nullable AudioFormat format) {
		if (format instanceof AudioPcmu) {
			return BetaAudioFormat.G711_ULAW;
		}
		if (format instanceof AudioPcma) {
			return BetaAudioFormat.G711_ALAW;
		}
		return (format != null) ? BetaAudioFormat.PCM16 : null;
	}

}
