package io.realtime4j.simulator.foreign;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official JavaScript SDK ({@code openai}) and the {@code RealtimeSession} of the
 * agents SDK ({@code @openai/agents-realtime}) on their WebSockets.
 */
class JavaScriptClientTests {

	private RealtimeSimulator simulator;

	@BeforeAll
	static void install() {
		NodeScripts.OFFICIAL.assumeInstalled();
	}

	@BeforeEach
	void start() {
		this.simulator = RealtimeSimulator.builder().voice(new ToneVoice()).start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "speech", "tool", "tools", "interruption", "history", "errors", "transcription",
			"secret", "call", "translation" })
	void sdkPlays(String scene) {
		ForeignConversation.play("openai.mjs", scene, this.simulator);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "speech", "tool", "tools", "interruption", "history", "errors" })
	void agentsSdkPlays(String scene) {
		ForeignConversation.play("agents.mjs", scene, this.simulator);
	}

}
