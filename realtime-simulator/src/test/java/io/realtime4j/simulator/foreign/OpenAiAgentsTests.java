package io.realtime4j.simulator.foreign;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The {@code RealtimeSession} of the official agents SDK
 * ({@code @openai/agents-realtime}) on its WebSocket.
 */
class OpenAiAgentsTests {

	private RealtimeSimulator simulator;

	@BeforeAll
	static void install() {
		NodeScripts.assumeInstalled();
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
	@ValueSource(strings = { "text", "speech", "tool", "tools", "interruption", "history", "errors" })
	void sceneIsPlayed(String scene) {
		ForeignConversation.play("agents.mjs", scene, this.simulator);
	}

}
