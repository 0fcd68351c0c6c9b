package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Event with a chunk of output: the speech of the model, or silence, in real time. Wire
 * type {@code session.output_audio.delta}.
 *
 * @param eventId the id of the event; servers give it none, so that it is {@code null}
 * @param delta the audio in the format of the session; on a sideband connection, 16-bit
 * PCM at 24000 Hz mono
 * @param startMs where it begins in the time of the session, in milliseconds, or
 * {@code null} if not said
 * @param endMs where it ends in the time of the session, in milliseconds, exclusive, or
 * {@code null} if not said
 * @since 0.1.0
 */
public record SessionOutputAudioDelta(@Nullable String eventId, AudioData delta, @Nullable Long startMs,
		@Nullable Long endMs) implements LiveServerEvent {

	/**
	 * Create a new {@link SessionOutputAudioDelta} instance.
	 */
	public SessionOutputAudioDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "session.output_audio.delta";
	}

}
