package io.realtime4j.live.model.decision;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A level of a scale.
 *
 * @param label the name of the level
 * @param description when the value is the right one, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ScoreLevel(String label, @Nullable String description,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ScoreLevel} instance.
	 */
	public ScoreLevel {
		Objects.requireNonNull(label, "'label' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return a level.
	 * @param label the name of the level
	 * @param description when the value is the right one
	 * @return the value
	 */
	public static ScoreLevel of(String label, String description) {
		return new ScoreLevel(label, description, Map.of());
	}

}
