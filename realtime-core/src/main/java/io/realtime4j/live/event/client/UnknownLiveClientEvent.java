package io.realtime4j.live.event.client;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Event of a client that this library does not know: its type is new, or its members
 * differ from those of the protocol. All of it is kept. Its JSON never appears in
 * {@code toString}, since it may hold secrets.
 *
 * @param type the value of the member {@code type}
 * @param eventId the id of the event, or {@code null} if it has none
 * @param json the whole event; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownLiveClientEvent(String type, @Nullable String eventId,
		@JsonValue JsonNode json) implements LiveClientEvent {

	@Override
	public UnknownLiveClientEvent withEventId(String eventId) {
		if (this.json instanceof ObjectNode object) {
			return new UnknownLiveClientEvent(this.type, eventId, object.deepCopy().put("event_id", eventId));
		}
		return this;
	}

	@Override
	public String toString() {
		return "UnknownLiveClientEvent[type=" + this.type + ", eventId=" + this.eventId + ", json="
				+ Secrets.mask(this.json) + "]";
	}

}
