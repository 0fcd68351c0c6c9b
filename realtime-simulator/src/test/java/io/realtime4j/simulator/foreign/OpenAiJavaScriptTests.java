package io.realtime4j.simulator.foreign;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official JavaScript SDK ({@code openai}) on its WebSocket.
 */
class OpenAiJavaScriptTests {

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
	@ValueSource(strings = { "text", "speech", "tool", "tools", "interruption", "history", "errors", "transcription",
			"secret", "call", "translation" })
	void sceneIsPlayed(String scene) {
		ForeignConversation.play("openai.mjs", scene, this.simulator);
	}

}
