package io.realtime4j.live.event.client;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.live.event.LiveEvent;

/**
 * Event that a client sends to a live session.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface LiveClientEvent extends LiveEvent permits SessionStart, SessionUpdate, SessionInputAudioAppend,
		SessionInputAudioMute, SessionInputAudioUnmute, SessionOutputAudioFixturePlay, SessionInstructionsAppend,
		SessionThinkingAppend, SessionCommentaryAppend, DecisionCreate, DecisionItemCreate, DecisionItemDelete,
		ResponseItemCreate, ResponseCreate, SessionClose, TransportDtmfSend, UnknownLiveClientEvent {

	/**
	 * Return this event with another id.
	 * @param eventId the id, at most 512 characters
	 * @return a copy with the id
	 */
	LiveClientEvent withEventId(String eventId);

}
