package io.realtime4j.live.model.session;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message of the conversation that a session starts with. Its content is one text.
 *
 * @param type {@code message}, or {@code null} if not said, which means the same
 * @param id the id of the message, or {@code null} if absent
 * @param role the author: developer, user or assistant
 * @param status how far the message came, {@code completed} or {@code incomplete}, or
 * {@code null} if absent
 * @param content the text, in one part
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record InitialMessage(@Nullable String type, @Nullable String id, LiveRole role, @Nullable ItemStatus status,
		List<InitialText> content, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements InitialItem {

	/**
	 * Create a new {@link InitialMessage} instance.
	 */
	public InitialMessage {
		Objects.requireNonNull(role, "'role' must not be null");
		content = Copies.list(content);
		extra = Copies.extra(extra);
	}

	/**
	 * Return a message with a text.
	 * @param role the author: developer, user or assistant
	 * @param text the text
	 * @return the message
	 */
	public static InitialMessage of(LiveRole role, String text) {
		String type = LiveRole.ASSISTANT.equals(role) ? "output_text" : "input_text";
		return new InitialMessage("message", null, role, null, List.of(new InitialText(type, text, Map.of())),
				Map.of());
	}

}
