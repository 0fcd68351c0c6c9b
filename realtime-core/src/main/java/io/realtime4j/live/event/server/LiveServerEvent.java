package io.realtime4j.live.event.server;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.live.event.LiveEvent;

/**
 * An event that a server sends in a live session.
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

}
