package io.realtime4j.live.codec;

import java.util.Map;

import io.realtime4j.live.event.server.DecisionEvent;
import io.realtime4j.live.event.server.DecisionItemCreated;
import io.realtime4j.live.event.server.DecisionItemDeleted;
import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.event.server.InfoEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.ResponseEvent;
import io.realtime4j.live.event.server.SessionClosed;
import io.realtime4j.live.event.server.SessionCommentaryAppended;
import io.realtime4j.live.event.server.SessionDelegationCreated;
import io.realtime4j.live.event.server.SessionInputAudioAppend;
import io.realtime4j.live.event.server.SessionInputAudioMuted;
import io.realtime4j.live.event.server.SessionInputAudioUnmuted;
import io.realtime4j.live.event.server.SessionInputTranscriptDelta;
import io.realtime4j.live.event.server.SessionInstructionsAppended;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import io.realtime4j.live.event.server.SessionOutputAudioFixturePlayed;
import io.realtime4j.live.event.server.SessionOutputAudioFixturePlaying;
import io.realtime4j.live.event.server.SessionOutputTranscriptDelta;
import io.realtime4j.live.event.server.SessionStarted;
import io.realtime4j.live.event.server.SessionThinkingAppended;
import io.realtime4j.live.event.server.SessionUpdated;
import io.realtime4j.live.event.server.SessionUsageUpdated;
import io.realtime4j.live.event.server.TransportAnswered;
import io.realtime4j.live.event.server.TransportDtmfReceived;
import io.realtime4j.live.event.server.TransportDtmfSend;
import io.realtime4j.live.event.server.TransportDtmfSent;
import io.realtime4j.live.event.server.TransportFailed;
import io.realtime4j.live.event.server.TransportRinging;

/**
 * The record of each event that a server sends by its wire type.
 */
final class LiveServerTypes {

	static final Map<String, Class<? extends LiveServerEvent>> ALL = Map.ofEntries(Map.entry("error", ErrorEvent.class),
			Map.entry("info", InfoEvent.class), Map.entry("session.started", SessionStarted.class),
			Map.entry("session.updated", SessionUpdated.class),
			Map.entry("session.input_audio.muted", SessionInputAudioMuted.class),
			Map.entry("session.input_audio.unmuted", SessionInputAudioUnmuted.class),
			Map.entry("session.output_audio.fixture.playing", SessionOutputAudioFixturePlaying.class),
			Map.entry("session.output_audio.fixture.played", SessionOutputAudioFixturePlayed.class),
			Map.entry("session.instructions.appended", SessionInstructionsAppended.class),
			Map.entry("session.thinking.appended", SessionThinkingAppended.class),
			Map.entry("session.commentary.appended", SessionCommentaryAppended.class),
			Map.entry("session.input_audio.append", SessionInputAudioAppend.class),
			Map.entry("session.output_audio.delta", SessionOutputAudioDelta.class),
			Map.entry("session.input_transcript.delta", SessionInputTranscriptDelta.class),
			Map.entry("session.output_transcript.delta", SessionOutputTranscriptDelta.class),
			Map.entry("session.delegation.created", SessionDelegationCreated.class),
			Map.entry("decision.event", DecisionEvent.class),
			Map.entry("decision.item.created", DecisionItemCreated.class),
			Map.entry("decision.item.deleted", DecisionItemDeleted.class),
			Map.entry("response.event", ResponseEvent.class),
			Map.entry("session.usage.updated", SessionUsageUpdated.class),
			Map.entry("session.closed", SessionClosed.class),
			Map.entry("transport.dtmf.received", TransportDtmfReceived.class),
			Map.entry("transport.dtmf.send", TransportDtmfSend.class),
			Map.entry("transport.dtmf.sent", TransportDtmfSent.class),
			Map.entry("transport.ringing", TransportRinging.class),
			Map.entry("transport.answered", TransportAnswered.class),
			Map.entry("transport.failed", TransportFailed.class));

	private LiveServerTypes() {
	}

}
