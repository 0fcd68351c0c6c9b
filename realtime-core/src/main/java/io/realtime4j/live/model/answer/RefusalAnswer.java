package io.realtime4j.live.model.answer;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The model would not answer, {@code refusal}.
 *
 * @param name the name of the question, or {@code null} if it has none
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record RefusalAnswer(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionAnswer {

	/**
	 * Create a new {@link RefusalAnswer} instance.
	 */
	public RefusalAnswer {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "refusal";
	}

}
