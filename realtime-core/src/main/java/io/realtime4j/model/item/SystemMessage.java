package io.realtime4j.model.item;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputText;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Message of the application that guides the model, with the role {@code system}.
 *
 * @param id the id of the item, or {@code null} for the server to give one
 * @param object always {@code realtime.item}, or {@code null} if absent
 * @param status how far the item has come, or {@code null} if absent
 * @param content the parts of the message, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record SystemMessage(@Nullable String id, @Nullable String object, @Nullable ItemStatus status,
		@Nullable List<ContentPart> content,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Message {

	/**
	 * Create a new {@link SystemMessage} instance.
	 */
	public SystemMessage {
		content = Copies.nullableList(content);
		extra = Copies.extra(extra);
	}

	@Override
	public Role role() {
		return Role.SYSTEM;
	}

	/**
	 * Return a message with these parts.
	 * @param content the parts
	 * @return the message
	 */
	public static SystemMessage of(ContentPart... content) {
		return new SystemMessage(null, null, null, List.of(content), Map.of());
	}

	/**
	 * Return a message with this text.
	 * @param text the text
	 * @return the message
	 */
	public static SystemMessage text(String text) {
		return of(InputText.of(text));
	}

	/**
	 * Return this message with an id that the client chooses.
	 * @param id the id, at most 32 characters
	 * @return a copy with the id
	 */
	public SystemMessage withId(String id) {
		return new SystemMessage(id, this.object, this.status, this.content, this.extra);
	}

}
