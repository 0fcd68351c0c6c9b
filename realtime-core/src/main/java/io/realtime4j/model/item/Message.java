package io.realtime4j.model.item;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.model.content.ContentPart;
import org.jspecify.annotations.Nullable;

/**
 * Message of the conversation, of one of three roles.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface Message extends Item permits SystemMessage, UserMessage, AssistantMessage {

	@Override
	default String type() {
		return "message";
	}

	/**
	 * Return the role of the author.
	 * @return the role on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	Role role();

	/**
	 * Return the parts of the message.
	 * @return the content, or {@code null} if absent
	 */
	@Nullable List<ContentPart> content();

	/**
	 * Return the status of the message.
	 * @return the status, or {@code null} if absent
	 */
	@Nullable ItemStatus status();

}
