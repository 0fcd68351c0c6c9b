package io.realtime4j.live.model.answer;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The answer to whether something is so, {@code predicate}.
 *
 * @param name the name of the question, or {@code null} if it has none
 * @param probability the probability that it is so, from 0 to 1, or {@code null} if
 * absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record PredicateAnswer(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name,
		@Nullable Double probability,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionAnswer {

	/**
	 * Create a new {@link PredicateAnswer} instance.
	 */
	public PredicateAnswer {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "predicate";
	}

}
