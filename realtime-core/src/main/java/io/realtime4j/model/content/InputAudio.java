package io.realtime4j.model.content;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.audio.AudioData;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Audio of a user message, {@code input_audio}, in the input format of the session.
 *
 * @param audio the audio, or {@code null} if absent; the server sends none back
 * @param transcript what was said, or {@code null} as long as it is not transcribed
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record InputAudio(@Nullable AudioData audio, @Nullable String transcript,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ContentPart {

	/**
	 * Create a new {@link InputAudio} instance.
	 */
	public InputAudio {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "input_audio";
	}

	/**
	 * Return a part with this audio.
	 * @param audio the audio in the input format of the session
	 * @return the part
	 */
	public static InputAudio of(AudioData audio) {
		return new InputAudio(audio, null, Map.of());
	}

}
