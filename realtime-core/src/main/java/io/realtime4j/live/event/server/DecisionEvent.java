package io.realtime4j.live.event.server;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realtime4j.live.model.answer.DecisionResult;
import io.realtime4j.live.model.decision.TriggerEventType;
import org.jspecify.annotations.Nullable;

/**
 * Event of the model that answers set questions. Wire type {@code decision.event}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param event the event
 * @param delegationId the delegation that it belongs to, or {@code null} if to none
 * @param sourceEventId the id of the event that triggered it, or {@code null} if none did
 * @param sourceEventType the type of the event that triggered it, or {@code null} if none
 * did
 * @param triggerId the id of the trigger, or {@code null} if there was none
 * @since 0.1.0
 */
public record DecisionEvent(@Nullable String eventId, DecisionResult event,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String delegationId,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String sourceEventId,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable TriggerEventType sourceEventType,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String triggerId) implements LiveServerEvent {

	/**
	 * Create a new {@link DecisionEvent} instance.
	 */
	public DecisionEvent {
		Objects.requireNonNull(event, "'event' must not be null");
	}

	@Override
	public String type() {
		return "decision.event";
	}

}
