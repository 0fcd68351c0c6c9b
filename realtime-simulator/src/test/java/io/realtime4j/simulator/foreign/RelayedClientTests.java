package io.realtime4j.simulator.foreign;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.support.BridgedApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The official JavaScript clients, which talk to an application that relays their
 * protocol instead of the service.
 */
class RelayedClientTests {

	@BeforeAll
	static void install() {
		NodeScripts.OFFICIAL.assumeInstalled();
	}

	@ParameterizedTest
	@CsvSource({ "openai.mjs,text,text", "openai.mjs,speech,audio", "openai.mjs,interruption,audio",
			"agents.mjs,text,text", "agents.mjs,speech,audio" })
	void clientPlays(String script, String scene, String modality) {
		try (BridgedApplication application = BridgedApplication.start("realtime.bridge.mode=relay",
				"realtime.session.output-modalities=" + modality,
				"realtime.session.audio.input.transcription.model=gpt-4o-mini-transcribe")) {
			RealtimeSimulator simulator = application.simulator();
			ForeignConversation.play(script, scene, simulator, "http://127.0.0.1:" + application.port());
		}
	}

}
