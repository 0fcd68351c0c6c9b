package io.realtime4j.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Message of the protocol: an event in one of the two directions.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder({ "type", "event_id" })
public interface RealtimeMessage {

	/**
	 * Return the type of the event by its GA name.
	 * @return the type, such as {@code response.output_audio.delta}
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

	/**
	 * Return the id of the event.
	 * @return the id, or {@code null} if it has none
	 */
	@Nullable String eventId();

}
