package io.realtime4j.simulator.foreign;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that clients by others hold conversations in live sessions of the simulator: the
 * official JavaScript SDK, and LiveKit.
 */
class JavaScriptLiveClientTests {

	private RealtimeSimulator simulator;

	@BeforeEach
	void start() {
		this.simulator = RealtimeSimulator.builder().voice(new ToneVoice()).start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "speech", "tool", "tools", "delegation", "sideband", "errors" })
	void sdkPlays(String scene) {
		NodeScripts.OFFICIAL.assumeInstalled();
		ForeignConversation.playLive(NodeScripts.OFFICIAL, "live.mjs", scene, this.simulator);
	}

	@ParameterizedTest
	@ValueSource(strings = { "speech", "tool", "tools" })
	void liveKitPlays(String scene) {
		NodeScripts.LIVEKIT.assumeInstalled();
		ForeignConversation.playLive(NodeScripts.LIVEKIT, "livekit.mjs", scene, this.simulator);
	}

}
