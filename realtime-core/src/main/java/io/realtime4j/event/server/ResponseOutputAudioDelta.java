package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Event with a chunk of the model's speech. Wire type {@code response.output_audio.delta}
 * (beta: {@code response.audio.delta}).
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param contentIndex the place of the part in the content of the item, 0 if the server
 * did not say
 * @param delta the audio in the output format of the session
 * @since 0.1.0
 */
public record ResponseOutputAudioDelta(@Nullable String eventId, @Nullable String responseId, @Nullable String itemId,
		long outputIndex, long contentIndex, AudioData delta) implements ServerEvent {

	/**
	 * Create a new {@link ResponseOutputAudioDelta} instance.
	 */
	public ResponseOutputAudioDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "response.output_audio.delta";
	}

}
