package io.realtime4j.live.model.answer;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decision on some questions.
 *
 * @param model the model that decided, or {@code null} if absent
 * @param answers the answers, in the order of the questions
 * @param usage the tokens of the decision, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record Decision(@Nullable String model, List<DecisionAnswer> answers, @Nullable DecisionUsage usage,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link Decision} instance.
	 */
	public Decision {
		answers = Copies.list(answers);
		extra = Copies.extra(extra);
	}

}
