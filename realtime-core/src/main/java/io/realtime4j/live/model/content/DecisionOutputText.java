package io.realtime4j.live.model.content;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import tools.jackson.databind.JsonNode;

/**
 * A text of the assistant, {@code output_text}.
 *
 * @param text the text
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DecisionOutputText(String text,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionPart {

	/**
	 * Create a new {@link DecisionOutputText} instance.
	 */
	public DecisionOutputText {
		Objects.requireNonNull(text, "'text' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "output_text";
	}

	/**
	 * Return a part with a text.
	 * @param text the text
	 * @return the value
	 */
	public static DecisionOutputText of(String text) {
		return new DecisionOutputText(text, Map.of());
	}

}
