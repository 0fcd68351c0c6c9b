package io.realtime4j.model.content;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.audio.AudioData;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Part that holds speech, {@code audio}.
 *
 * @param audio the audio, or {@code null} if absent; the server sends none here
 * @param transcript the transcript so far, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record AudioPart(@Nullable AudioData audio, @Nullable String transcript,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ResponsePart {

	/**
	 * Create a new {@link AudioPart} instance.
	 */
	public AudioPart {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "audio";
	}

}
