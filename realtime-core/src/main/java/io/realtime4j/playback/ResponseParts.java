package io.realtime4j.playback;

import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.event.server.ResponseContentPartAdded;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.AudioPart;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of events which response they are a part of, and which speech.
 *
 * @since 0.1.0
 */
public final class ResponseParts {

	private ResponseParts() {
	}

	/**
	 * Return the response that an event is a part of. The events of its beginning and its
	 * end are not parts of it.
	 * @param event the event
	 * @return the id of the response, or {@code null} if the event is a part of none or
	 * does not say
	 */
	public static @Nullable String responseId(ServerEvent event) {
		return ResponseIds.responseId(event);
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
