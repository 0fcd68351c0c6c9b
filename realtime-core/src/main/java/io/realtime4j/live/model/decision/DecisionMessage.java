package io.realtime4j.live.model.decision;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.content.DecisionContent;
import io.realtime4j.live.model.content.DecisionText;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message that decisions are made from.
 *
 * @param type {@code message}, or {@code null} if not said, which means the same
 * @param id the id of the item, or {@code null} for the server to choose
 * @param role the author
 * @param content the content
 * @param phase whether the assistant was at its answer yet, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record DecisionMessage(@Nullable String type, @Nullable String id, LiveRole role, DecisionContent content,
		@Nullable MessagePhase phase,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionItem {

	/**
	 * Create a new {@link DecisionMessage} instance.
	 */
	public DecisionMessage {
		Objects.requireNonNull(role, "'role' must not be null");
		Objects.requireNonNull(content, "'content' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return a message with a text.
	 * @param role the author
	 * @param text the text
	 * @return the message
	 */
	public static DecisionMessage of(LiveRole role, String text) {
		return new DecisionMessage("message", null, role, new DecisionText(text), null, Map.of());
	}

}
