package io.realtime4j.live.model.audio;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Audio settings of a live session.
 *
 * @param format the format of the audio in both directions, or {@code null} if absent
 * @param output settings of the speech of the model, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveAudio(@Nullable LiveAudioFormat format, @Nullable LiveAudioOutput output,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link LiveAudio} instance.
	 */
	public LiveAudio {
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings with these members.
	 * @param format the format of the audio in both directions
	 * @param output settings of the speech of the model
	 * @return the value
	 */
	public static LiveAudio of(LiveAudioFormat format, LiveAudioOutput output) {
		return new LiveAudio(format, output, Map.of());
	}

}
