package io.realtime4j.live.model.answer;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Probability of a value.
 *
 * @param value the value, a text or a boolean, or {@code null} if absent; to be treated
 * as immutable
 * @param probability the probability, from 0 to 1, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ChoiceProbability(@Nullable JsonNode value, @Nullable Double probability,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ChoiceProbability} instance.
	 */
	public ChoiceProbability {
		extra = Copies.extra(extra);
	}

}
