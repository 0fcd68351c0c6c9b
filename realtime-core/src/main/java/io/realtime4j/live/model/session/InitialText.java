package io.realtime4j.live.model.session;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The text of a message that a session starts with.
 *
 * @param type {@code input_text} of a developer or a user, {@code output_text} or
 * {@code text} of the assistant, or {@code null} if not said
 * @param text the text
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record InitialText(@Nullable String type, String text,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link InitialText} instance.
	 */
	public InitialText {
		Objects.requireNonNull(text, "'text' must not be null");
		extra = Copies.extra(extra);
	}

}
