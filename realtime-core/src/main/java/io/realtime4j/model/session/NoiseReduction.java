package io.realtime4j.model.session;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Noise reduction of the input, before turn detection and the model.
 *
 * @param type what it is tuned for, or {@code null} if absent
 * @param strength how strong it is, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record NoiseReduction(@Nullable NoiseReductionType type, @Nullable Double strength,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link NoiseReduction} instance.
	 */
	public NoiseReduction {
		extra = Copies.extra(extra);
	}

	/**
	 * Return noise reduction of a type.
	 * @param type what it is tuned for
	 * @return the setting
	 */
	public static NoiseReduction of(NoiseReductionType type) {
		return new NoiseReduction(type, null, Map.of());
	}

}
