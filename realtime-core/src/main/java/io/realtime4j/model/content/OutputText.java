package io.realtime4j.model.content;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Text of an assistant message, {@code output_text} (beta: {@code text}).
 *
 * @param text the text, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record OutputText(@Nullable String text,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ContentPart {

	/**
	 * Create a new {@link OutputText} instance.
	 */
	public OutputText {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "output_text";
	}

	/**
	 * Return a part with this text.
	 * @param text the text
	 * @return the part
	 */
	public static OutputText of(String text) {
		return new OutputText(text, Map.of());
	}

}
