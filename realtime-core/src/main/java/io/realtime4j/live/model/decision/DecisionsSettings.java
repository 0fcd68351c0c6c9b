package io.realtime4j.live.model.decision;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the model that answers set questions. In an update, an absent member keeps
 * its value.
 *
 * @param model the name of the model, or {@code null} if absent
 * @param questions the questions, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DecisionsSettings(@Nullable String model, @Nullable List<DecisionQuestion> questions,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link DecisionsSettings} instance.
	 */
	public DecisionsSettings {
		questions = Copies.nullableList(questions);
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings with these members.
	 * @param model the name of the model
	 * @param questions the questions
	 * @return the value
	 */
	public static DecisionsSettings of(String model, List<DecisionQuestion> questions) {
		return new DecisionsSettings(model, questions, Map.of());
	}

}
