package io.realtime4j.model.content;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.audio.AudioData;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Speech of an assistant message, {@code output_audio} (beta: {@code audio}).
 *
 * @param audio the audio, or {@code null} if absent; the server sends none here
 * @param transcript what is said, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record OutputAudio(@Nullable AudioData audio, @Nullable String transcript,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ContentPart {

	/**
	 * Create a new {@link OutputAudio} instance.
	 */
	public OutputAudio {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "output_audio";
	}

}
