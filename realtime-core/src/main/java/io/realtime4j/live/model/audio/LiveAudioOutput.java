package io.realtime4j.live.model.audio;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the speech of the model.
 *
 * @param voice the voice, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveAudioOutput(@Nullable LiveVoice voice, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link LiveAudioOutput} instance.
	 */
	public LiveAudioOutput {
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings with a voice.
	 * @param voice the voice
	 * @return the value
	 */
	public static LiveAudioOutput of(LiveVoice voice) {
		return new LiveAudioOutput(voice, Map.of());
	}

}
