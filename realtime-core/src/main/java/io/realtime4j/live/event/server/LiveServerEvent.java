package io.realtime4j.live.event.server;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.live.event.LiveEvent;
import org.jspecify.annotations.Nullable;

/**
 * Event that a server sends in a live session.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface LiveServerEvent extends LiveEvent permits ErrorEvent, InfoEvent, SessionStarted, SessionUpdated,
		SessionInputAudioMuted, SessionInputAudioUnmuted, SessionOutputAudioFixturePlaying,
		SessionOutputAudioFixturePlayed, SessionInstructionsAppended, SessionThinkingAppended,
		SessionCommentaryAppended, SessionInputAudioAppend, SessionOutputAudioDelta, SessionInputTranscriptDelta,
		SessionOutputTranscriptDelta, SessionDelegationCreated, DecisionEvent, DecisionItemCreated, DecisionItemDeleted,
		ResponseEvent, SessionUsageUpdated, SessionClosed, TransportDtmfReceived, TransportDtmfSend, TransportDtmfSent,
		TransportRinging, TransportAnswered, TransportFailed, UnknownLiveServerEvent {

	/**
	 * Return the id of the client event that this one answers.
	 * @return the id, or {@code null} if it answers none
	 */
	default @Nullable String clientEventId() {
		return null;
	}

}
