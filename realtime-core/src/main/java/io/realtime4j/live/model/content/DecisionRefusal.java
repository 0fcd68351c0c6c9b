package io.realtime4j.live.model.content;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import tools.jackson.databind.JsonNode;

/**
 * A refusal of the assistant, {@code refusal}.
 *
 * @param refusal the explanation
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DecisionRefusal(String refusal,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionPart {

	/**
	 * Create a new {@link DecisionRefusal} instance.
	 */
	public DecisionRefusal {
		Objects.requireNonNull(refusal, "'refusal' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "refusal";
	}

}
