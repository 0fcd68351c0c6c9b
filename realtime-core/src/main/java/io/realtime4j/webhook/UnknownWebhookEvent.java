package io.realtime4j.webhook;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event that this library does not know: its type is new or belongs to another part of
 * the service, or its members differ from those that are documented. Its JSON never shows
 * in {@code toString}.
 *
 * @param id the id of the event, or {@code null} if there is none
 * @param type the type, such as {@code response.completed}
 * @param createdAt when the event happened, or {@code null} if the service did not say
 * @param json the whole event; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownWebhookEvent(@Nullable String id, String type, @Nullable Instant createdAt,
		JsonNode json) implements WebhookEvent {

	/**
	 * Create a new {@link UnknownWebhookEvent} instance.
	 */
	public UnknownWebhookEvent {
		Objects.requireNonNull(type, "'type' must not be null");
		Objects.requireNonNull(json, "'json' must not be null");
	}

	@Override
	public String toString() {
		return "UnknownWebhookEvent[id=" + this.id + ", type=" + this.type + ", createdAt=" + this.createdAt + "]";
	}

}
