package io.realtime4j.playback;

import io.realtime4j.event.server.ResponseContentPartAdded;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.AudioPart;
import org.jspecify.annotations.Nullable;

/**
 * Finds the spoken parts that events belong to.
 */
final class ResponseParts {

	private ResponseParts() {
	}

	/**
	 * Return the spoken part that an event belongs to, or {@code null} if there is none.
	 */
	static @Nullable PartKey speech(ServerEvent event) {
		if (event instanceof ResponseOutputAudioDelta delta) {
			return part(delta.itemId(), delta.contentIndex());
		}
		if (event instanceof ResponseOutputAudioTranscriptDelta delta) {
			return part(delta.itemId(), delta.contentIndex());
		}
		return (event instanceof ResponseContentPartAdded added && added.part() instanceof AudioPart)
				? part(added.itemId(), added.contentIndex()) : null;
	}

	private static @Nullable PartKey part(@Nullable String itemId, long contentIndex) {
		return (itemId != null) ? new PartKey(itemId, contentIndex) : null;
	}

}
