package io.realtime4j.live.model.decision;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Has questions decided each time that an event comes.
 *
 * @param type {@code decisions}, or {@code null} if absent
 * @param eventType the event, or {@code null} if absent
 * @param decisions the questions, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record DecisionTrigger(@Nullable String type, @Nullable TriggerEventType eventType,
		@Nullable TriggerDecisions decisions, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link DecisionTrigger} instance.
	 */
	public DecisionTrigger {
		extra = Copies.extra(extra);
	}

	/**
	 * Return a trigger of questions.
	 * @param eventType the event
	 * @param questions the questions
	 * @return the trigger
	 */
	public static DecisionTrigger of(TriggerEventType eventType, List<DecisionQuestion> questions) {
		return new DecisionTrigger("decisions", eventType, new TriggerDecisions(questions, Map.of()), Map.of());
	}

}
