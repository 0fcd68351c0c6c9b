package io.realtime4j.live.model.delegation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of how a model thinks.
 *
 * @param effort how much the model thinks, or {@code null} if absent
 * @param summary how much is told of what the model thinks, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveReasoning(@Nullable LiveReasoningEffort effort, @Nullable ReasoningSummary summary,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link LiveReasoning} instance.
	 */
	public LiveReasoning {
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings with an effort.
	 * @param effort how much the model thinks
	 * @return the value
	 */
	public static LiveReasoning of(LiveReasoningEffort effort) {
		return new LiveReasoning(effort, null, Map.of());
	}

}
