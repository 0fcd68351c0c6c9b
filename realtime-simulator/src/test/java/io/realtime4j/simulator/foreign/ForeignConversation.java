package io.realtime4j.simulator.foreign;

import java.time.Duration;

import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.StreamValidator;
import io.realtime4j.simulator.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the simulator says in the scenes that every foreign client plays.
 */
final class ForeignConversation {

	private ForeignConversation() {
	}

	/**
	 * Write the lines of the simulator for a scene.
	 * @param scene the name of the scene
	 * @param simulator the simulator
	 */
	static void script(String scene, RealtimeSimulator simulator) {
		switch (scene) {
			case "text" -> simulator.nextResponse("Good morning.");
			case "speech" -> {
				simulator.nextTranscript("What time is it?");
				simulator.nextResponse("It is noon.");
			}
			case "tool" -> {
				simulator.nextResponse(call("get_weather").build());
				simulator.nextResponse("It is sunny.");
			}
			case "tools" -> {
				simulator.nextResponse(call("get_weather").call("get_time", "{\"city\":\"Paris\"}").build());
				simulator.nextResponse("Sunny, and noon.");
			}
			case "interruption" -> {
				simulator.nextResponse(ModelReply.builder()
					.text("Once upon a time there was a king. He had three daughters. They lived far away.")
					.wordPause(Duration.ofMillis(200))
					.build());
				simulator.nextResponse("Yes?");
			}
			case "errors" -> {
				simulator.nextResponse(ModelReply.builder()
					.failed("insufficient_quota", "insufficient_quota", "You exceeded your current quota.")
					.build());
				simulator.nextResponse("Good morning.");
			}
			case "transcription" -> simulator.nextTranscript("Write this down.");
			case "delegation" -> {
				simulator.nextTranscript("How is the weather in Paris?");
				simulator.nextResponse(call("look").build());
			}
			case "translation" -> {
				simulator.nextTranscript("Good morning.");
				simulator.nextResponse("Buenos dias.");
			}
			default -> {
				// the model answers
			}
		}
	}

	/**
	 * Play a scene by a script.
	 * @param script the name of the script
	 * @param scene the name of the scene
	 * @param simulator the simulator
	 */
	static void play(String script, String scene, RealtimeSimulator simulator) {
		play(script, scene, simulator, simulator.baseUrl().toString());
	}

	/**
	 * Play a scene by a script that reaches the simulator in another way.
	 * @param script the name of the script
	 * @param scene the name of the scene
	 * @param simulator the simulator
	 * @param baseUrl the root of the API as the script knows it
	 */
	static void play(String script, String scene, RealtimeSimulator simulator, String baseUrl) {
		NodeScripts.Outcome outcome = run(NodeScripts.OFFICIAL, script, scene, simulator, baseUrl);
		StreamValidator validator = StreamValidator.ga();
		outcome.output().forEach((line) -> validator.accept(Json.parse(line)));
		assertThat(validator.complaints()).isEmpty();
		assertThat(outcome.output()).isNotEmpty();
	}

	/**
	 * Play a scene in a live session by a script.
	 * @param scripts where the script is
	 * @param script the name of the script
	 * @param scene the name of the scene
	 * @param simulator the simulator
	 */
	static void playLive(NodeScripts scripts, String script, String scene, RealtimeSimulator simulator) {
		NodeScripts.Outcome outcome = run(scripts, script, scene, simulator, simulator.baseUrl().toString());
		LiveCodec codec = LiveCodec.create();
		assertThat(outcome.output()).isNotEmpty()
			.extracting(codec::decodeServerEvent)
			.doesNotHaveAnyElementsOfTypes(UnknownLiveServerEvent.class);
	}

	private static NodeScripts.Outcome run(NodeScripts scripts, String script, String scene,
			RealtimeSimulator simulator, String baseUrl) {
		script(scene, simulator);
		NodeScripts.Outcome outcome = scripts.node(script, scene, baseUrl);
		assertThat(outcome.errors()).isEmpty();
		assertThat(outcome.code()).isZero();
		return outcome;
	}

	private static ModelReply.Builder call(String name) {
		return ModelReply.builder().call(name, "{\"city\":\"Paris\"}");
	}

}
