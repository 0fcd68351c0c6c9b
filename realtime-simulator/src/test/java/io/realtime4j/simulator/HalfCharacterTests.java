package io.realtime4j.simulator;

import java.time.Duration;

import io.realtime4j.simulator.connection.ScriptStep;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for half a character in what clients send, models say and tests script.
 */
class HalfCharacterTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String HALF = "\uD83D";

	private final RealtimeSimulator simulator = RealtimeSimulator.builder()
		.voice(new ToneVoice())
		.pace(Double.POSITIVE_INFINITY)
		.start();

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = TestClient.connect(this.simulator.url());
		this.client.await("session.created");
		this.client.send("{'type':'session.update','session':{'type':'realtime','output_modalities':['text']}}");
		this.client.await("session.updated");
	}

	@AfterEach
	void close() {
		this.client.close();
		this.simulator.close();
	}

	@Test
	void textOfAClientIsTakenAndToldAgain() {
		say("look \\ud83d");
		assertThat(this.client.await("conversation.item.added").at("/item/content/0/text").asString())
			.isEqualTo("look " + HALF);
		this.client.send("{'type':'response.create'}");
		assertThat(this.client.await("response.output_text.done").path("text").asString())
			.startsWith("You said: look " + HALF);
		this.client.await("response.done");
		assertThat(this.simulator.awaitConnection(1, SOON).isOpen()).isTrue();
	}

	@Test
	void answerWithHalvesIsStreamedToItsEnd() {
		this.simulator.nextResponse(ModelReply.text(HALF + " and \uDE00 and " + HALF));
		this.client.send("{'type':'response.create'}");
		assertThat(this.client.await("response.output_text.done").path("text").asString())
			.isEqualTo(HALF + " and \uDE00 and " + HALF);
		this.client.await("response.done");
	}

	@Test
	void messageOfATestThatCannotBeWrittenHoldsNothingUp() {
		this.simulator.script(ScriptStep.received("input_audio_buffer.clear")
			.send("{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"server_error\",\"code\":null,"
					+ "\"message\":\"" + "x".repeat(20_000) + HALF + "\",\"param\":null,\"event_id\":null}}"));
		this.client.send("{'type':'input_audio_buffer.clear'}");
		assertThat(this.client.await("error").at("/error/message").asString()).endsWith("x\uFFFD");
		this.client.await("input_audio_buffer.cleared");
	}

	private void say(String text) {
		this.client.send("{'type':'conversation.item.create','item':{'type':'message','role':'user',"
				+ "'content':[{'type':'input_text','text':'" + text + "'}]}}");
	}

}
