package io.realtime4j.playback;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import org.jspecify.annotations.Nullable;

/**
 * One part of the speech, as far as its audio has come.
 *
 * @param responseId the id of the response that says it
 * @param bytes the length of the audio
 * @param format the format of the audio, or {@code null} before any came
 * @param over whether no more will come
 */
record SpokenPart(String responseId, long bytes, @Nullable AudioFormat format, boolean over) {

	static SpokenPart of(String responseId) {
		return new SpokenPart(responseId, 0, null, false);
	}

	SpokenPart plus(AudioChunk chunk) {
		return new SpokenPart(this.responseId, this.bytes + chunk.audio().size(), chunk.format(), this.over);
	}

	SpokenPart asOver() {
		return new SpokenPart(this.responseId, this.bytes, this.format, true);
	}

	long receivedMillis() {
		return AudioFormats.millis(this.bytes, this.format);
	}

}
