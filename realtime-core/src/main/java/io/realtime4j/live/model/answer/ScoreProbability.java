package io.realtime4j.live.model.answer;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Probability of a level.
 *
 * @param label the name of the level, or {@code null} if absent
 * @param value the place of the level on the scale, or {@code null} if absent
 * @param probability the probability, from 0 to 1, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ScoreProbability(@Nullable String label, @Nullable Double value, @Nullable Double probability,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ScoreProbability} instance.
	 */
	public ScoreProbability {
		extra = Copies.extra(extra);
	}

}
