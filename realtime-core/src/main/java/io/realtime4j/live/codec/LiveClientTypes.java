package io.realtime4j.live.codec;

import java.util.Map;

import io.realtime4j.live.event.client.DecisionCreate;
import io.realtime4j.live.event.client.DecisionItemCreate;
import io.realtime4j.live.event.client.DecisionItemDelete;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.ResponseCreate;
import io.realtime4j.live.event.client.ResponseItemCreate;
import io.realtime4j.live.event.client.SessionClose;
import io.realtime4j.live.event.client.SessionCommentaryAppend;
import io.realtime4j.live.event.client.SessionInputAudioAppend;
import io.realtime4j.live.event.client.SessionInputAudioMute;
import io.realtime4j.live.event.client.SessionInputAudioUnmute;
import io.realtime4j.live.event.client.SessionInstructionsAppend;
import io.realtime4j.live.event.client.SessionOutputAudioFixturePlay;
import io.realtime4j.live.event.client.SessionStart;
import io.realtime4j.live.event.client.SessionThinkingAppend;
import io.realtime4j.live.event.client.SessionUpdate;
import io.realtime4j.live.event.client.TransportDtmfSend;

/**
 * The record of each event that a client sends by its wire type.
 */
final class LiveClientTypes {

	static final Map<String, Class<? extends LiveClientEvent>> ALL = Map.ofEntries(
			Map.entry("session.start", SessionStart.class), Map.entry("session.update", SessionUpdate.class),
			Map.entry("session.input_audio.append", SessionInputAudioAppend.class),
			Map.entry("session.input_audio.mute", SessionInputAudioMute.class),
			Map.entry("session.input_audio.unmute", SessionInputAudioUnmute.class),
			Map.entry("session.output_audio.fixture.play", SessionOutputAudioFixturePlay.class),
			Map.entry("session.instructions.append", SessionInstructionsAppend.class),
			Map.entry("session.thinking.append", SessionThinkingAppend.class),
			Map.entry("session.commentary.append", SessionCommentaryAppend.class),
			Map.entry("decision.create", DecisionCreate.class),
			Map.entry("decision.item.create", DecisionItemCreate.class),
			Map.entry("decision.item.delete", DecisionItemDelete.class),
			Map.entry("response.item.create", ResponseItemCreate.class),
			Map.entry("response.create", ResponseCreate.class), Map.entry("session.close", SessionClose.class),
			Map.entry("transport.dtmf.send", TransportDtmfSend.class));

	private LiveClientTypes() {
	}

}
