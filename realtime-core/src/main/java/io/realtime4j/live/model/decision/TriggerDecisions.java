package io.realtime4j.live.model.decision;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The questions of a trigger.
 *
 * @param questions the questions, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record TriggerDecisions(@Nullable List<DecisionQuestion> questions,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link TriggerDecisions} instance.
	 */
	public TriggerDecisions {
		questions = Copies.nullableList(questions);
		extra = Copies.extra(extra);
	}

}
