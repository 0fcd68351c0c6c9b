package io.realtime4j.simulator.guide;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.ResponsesSettings;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.live.tool.LiveToolRunner;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.tool.ToolSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application with live sessions, over a real connection.
 */
@SpringBootTest(properties = { "realtime.live.model=gpt-live-1", "realtime.reconnect.initial-delay=10ms" })
@AutoConfigureRealtimeSimulator
class LiveApplicationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private LiveClient live;

	@Test
	void guestIsHeardAndAnswered() throws Exception {
		this.simulator.nextTranscript("Is it open?");
		this.simulator.nextResponse("Until ten.");
		LiveSession session = this.live.open();
		session.say("Good morning.").get(20, TimeUnit.SECONDS);
		awaitWords(session, LiveRole.ASSISTANT, "Good morning.");
		session.appendAudio(Sounds.join(Sounds.tone(24000, 1000), Sounds.silence(24000, 500)));
		awaitWords(session, LiveRole.USER, "Is it open?");
		awaitWords(session, LiveRole.ASSISTANT, "Until ten.");
		session.close();
		assertThat(session.closed().get(20, TimeUnit.SECONDS)).isEqualTo(new ClosedByApplication());
		assertThat(session.usage().seconds()).isPositive();
	}

	@Test
	void applicationDoesWhatIsDelegated() throws Exception {
		this.simulator.nextTranscript("Is table seven free?");
		this.simulator.nextResponse(ModelReply.builder().text("One moment.").call("look", "{}").build());
		LiveSession session = this.live
			.create((spec) -> DelegationRunner.equip(spec, (task) -> "Heard: " + task.text()));
		session.open().get(20, TimeUnit.SECONDS);
		session.appendAudio(Sounds.join(Sounds.tone(24000, 1000), Sounds.silence(24000, 500)));
		awaitWords(session, LiveRole.ASSISTANT, "Heard: User: Is table seven free?");
		session.close();
	}

	@Test
	void toolsAnswerTheModelThatDoesTheWork() throws Exception {
		this.simulator.nextResponse(ModelReply.builder().call("table", "{}").build());
		this.simulator.nextResponse("Table seven.");
		FunctionTool definition = FunctionTool.builder().name("table").description("Finds a table.").build();
		ToolSet tools = ToolSet.of(CallableTool.of(definition, (call) -> ToolResult.text("seven")));
		LiveSession session = this.live
			.create((spec) -> LiveToolRunner.equip(
					spec.settings((settings) -> settings
						.delegation(ResponsesDelegation.of(ResponsesSettings.builder().model("gpt-5").build()))),
					tools));
		session.open().get(20, TimeUnit.SECONDS);
		session.appendAudio(Sounds.join(Sounds.tone(24000, 1000), Sounds.silence(24000, 500)));
		awaitWords(session, LiveRole.ASSISTANT, "Table seven.");
		SimulatorConnection connection = connections().get(connections().size() - 1);
		assertThat(connection.received("response.item.create")).singleElement()
			.satisfies((event) -> assertThat(event.at("/item/output").asString()).isEqualTo("seven"));
		session.close();
	}

	@Test
	void sessionThatExpiresGoesOnWithItsWords() {
		LiveSession session = this.live.open();
		session.say("Good morning.").join();
		awaitWords(session, LiveRole.ASSISTANT, "Good morning.");
		SimulatorConnection first = connections().get(connections().size() - 1);
		first.expire();
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(connections()).last()
				.isNotSameAs(first)
				.satisfies((again) -> assertThat(again.received()).first()
					.satisfies((start) -> assertThat(start.at("/session/input/0/content/0/text").asString())
						.isEqualTo("Good morning."))));
		session.close();
	}

	private List<SimulatorConnection> connections() {
		return this.simulator.connections()
			.stream()
			.filter((connection) -> connection.handshake().path().endsWith("/v1/live/sessions"))
			.toList();
	}

	private static void awaitWords(LiveSession session, LiveRole role, String words) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(session.turnsUntil(null).stream().filter((turn) -> turn.role().equals(role)))
						.extracting(LiveTurn::text)
						.last()
						.asString()
						.contains(words));
	}

}
