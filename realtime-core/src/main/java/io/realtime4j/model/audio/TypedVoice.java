package io.realtime4j.model.audio;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.support.Copies;
import tools.jackson.databind.JsonNode;

/**
 * Voice with a type, for servers that offer voices of several types. Azure Voice Live has
 * {@code azure-standard}, {@code azure-custom}, {@code azure-personal} and {@code openai}
 * among others.
 *
 * @param type the kind of the voice
 * @param name the name of the voice
 * @param extra what else is said of the voice, such as {@code endpoint_id} or
 * {@code style}, by its names on the wire; sent as it is
 * @since 0.1.0
 */
@JsonPropertyOrder({ "type", "name" })
public record TypedVoice(String type, String name,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements OutputVoice {

	/**
	 * Create a new {@link TypedVoice} instance.
	 */
	public TypedVoice {
		Objects.requireNonNull(type, "'type' must not be null");
		Objects.requireNonNull(name, "'name' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return a voice without further members.
	 * @param type the kind of the voice
	 * @param name the name of the voice
	 * @return the voice
	 */
	public static TypedVoice of(String type, String name) {
		return new TypedVoice(type, name, Map.of());
	}

}
