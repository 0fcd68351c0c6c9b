package io.realtime4j.simulator.lean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.ToolCallEntry;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A conversation of a page with a service that leaves out one announcement, or many: what
 * was said, played and shown is what it is with a service that says all.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "realtime.bridge.enabled=true", "realtime.session.auto-open=false",
				"realtime.session.audio.input.transcription.enabled=true",
				"realtime.session.audio.input.transcription.model=gpt-4o-mini-transcribe",
				"realtime.session.audio.input.turn-detection.type=server_vad" })
@AutoConfigureRealtimeSimulator
@TestInstance(Lifecycle.PER_CLASS)
class LeanServiceTests {

	private static final String[] ANNOUNCEMENTS = { "response.created", "response.output_item.added",
			"response.output_item.done", "conversation.item.added", "conversation.item.done",
			"response.content_part.added", "response.content_part.done", "input_audio_buffer.committed" };

	private static final String[] OTHER_TYPES = { "response.output_audio.done",
			"response.output_audio_transcript.delta", "response.output_audio_transcript.done",
			"response.function_call_arguments.delta", "response.function_call_arguments.done",
			"input_audio_buffer.speech_stopped", "conversation.item.input_audio_transcription.delta",
			"conversation.item.truncated", "rate_limits.updated" };

	private static final String[] IDS = { "event_id", "response_id", "item_id", "previous_item_id", "item.id",
			"response.id", "response.output.id", "response.conversation_id", "response.metadata" };

	private static final String[] INDEXES = { "output_index", "content_index" };

	private static final String[] OTHER_MEMBERS = { "audio_start_ms", "audio_end_ms", "name", "item.object",
			"item.status", "response.object", "response.output", "response.usage" };

	private static final String STORY = "Once upon a time there was a miller who had three sons and a cat that could"
			+ " talk as well as you and me";

	@LocalServerPort
	private int port;

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeClient client;

	private Outcome whole;

	@BeforeAll
	void converseWithAServiceThatSaysAll() {
		this.whole = converse((simulator) -> {
		});
		assertThat(this.whole.history()).hasSize(11)
			.filteredOn((line) -> line.contains(STORY))
			.hasSize(2)
			.noneMatch((line) -> line.endsWith(STORY));
	}

	@ParameterizedTest
	@MethodSource("services")
	void conversationIsTheSame(Consumer<RealtimeSimulator> service) {
		Outcome outcome = converse(service);
		assertThat(outcome.history()).isEqualTo(this.whole.history());
		assertThat(outcome.captions()).isEqualTo(this.whole.captions());
		assertThat(Arrays.equals(outcome.sound(), this.whole.sound())).as("the same is played").isTrue();
	}

	private Outcome converse(Consumer<RealtimeSimulator> service) {
		try (WatchingPage page = WatchingPage.open(this.port)) {
			RealtimeSession session = this.client.sessions()
				.stream()
				.filter((candidate) -> candidate.state() == SessionState.OPEN)
				.findFirst()
				.orElseThrow();
			service.accept(this.simulator);
			ask(page, "Good morning", "Good morning to you");
			askWithTool(page);
			tellAStory(page);
			speakIntoAStory(page);
			await().untilAsserted(() -> assertThat(history(session)).anyMatch((line) -> line.contains("Stop it"))
				.last()
				.asString()
				.contains("As you like"));
			await().untilAsserted(
					() -> assertThat(session.conversation().entries()).allMatch(LeanServiceTests::isSettled));
			await().untilAsserted(() -> {
				page.catchUp();
				assertThat(page.captions()).contains("user: Stop it", "assistant: As you like");
			});
			return new Outcome(history(session), page.captions(), page.sound());
		}
		finally {
			this.simulator.leaveOut();
			this.simulator.leaveOutMembers();
		}
	}

	private void ask(WatchingPage page, String question, String answer) {
		this.simulator.nextResponse(answer);
		page.say(question);
		page.awaitAnswers(1);
		page.heard(60_000);
	}

	private void askWithTool(WatchingPage page) {
		this.simulator.nextResponse(ModelReply.builder().call("get_weather", "{\"city\":\"Paris\"}").build());
		this.simulator.nextResponse("It is sunny");
		page.say("What is the weather");
		page.awaitAnswers(2);
		page.heard(60_000);
	}

	private void tellAStory(WatchingPage page) {
		this.simulator.nextResponse(STORY);
		page.say("Tell me a story");
		page.awaitAnswers(1);
		page.heard(700);
		page.interrupt();
	}

	private void speakIntoAStory(WatchingPage page) {
		this.simulator.nextResponse(STORY);
		page.say("Tell me another");
		page.awaitAnswers(1);
		page.heard(1100);
		this.simulator.nextTranscript("Stop it");
		this.simulator.nextResponse("As you like");
		page.speak(Sounds.tone(24_000, 600));
		page.speak(Sounds.silence(24_000, 700));
		page.speak(Sounds.silence(24_000, 700));
		page.await("clear");
		page.awaitAnswers(1);
		page.heard(60_000);
	}

	private static List<String> history(RealtimeSession session) {
		return session.conversation().entries().stream().map(LeanServiceTests::line).toList();
	}

	private static boolean isSettled(ConversationEntry entry) {
		return !(entry instanceof MessageEntry message) || message.settled();
	}

	private static String line(ConversationEntry entry) {
		if (entry instanceof MessageEntry message) {
			return message.role().value() + ": " + message.text() + " / " + message.heardText();
		}
		ToolCallEntry call = (ToolCallEntry) entry;
		return call.name() + call.arguments() + " -> " + call.output();
	}

	static Stream<Named<Consumer<RealtimeSimulator>>> services() {
		List<Named<Consumer<RealtimeSimulator>>> services = new ArrayList<>();
		for (String type : join(ANNOUNCEMENTS, OTHER_TYPES)) {
			services.add(Named.of("without " + type, (simulator) -> simulator.leaveOut(type)));
		}
		Stream.of(join(IDS, INDEXES), OTHER_MEMBERS)
			.flatMap(Stream::of)
			.forEach((member) -> services
				.add(Named.of("without " + member, (simulator) -> simulator.leaveOutMembers(member))));
		services.add(Named.of("without indexes", (simulator) -> simulator.leaveOutMembers(INDEXES)));
		services.add(Named.of("without announcements", (simulator) -> simulator.leaveOut(ANNOUNCEMENTS)));
		services.add(Named.of("without ids", (simulator) -> simulator.leaveOutMembers(IDS)));
		services.add(Named.of("without announcements, ids and indexes", (simulator) -> {
			simulator.leaveOut(ANNOUNCEMENTS);
			simulator.leaveOutMembers(join(IDS, INDEXES));
		}));
		return services.stream();
	}

	private static String[] join(String[] some, String[] others) {
		return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
	}

	private record Outcome(List<String> history, List<String> captions, byte[] sound) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		CallableTool weather() {
			return CallableTool.of(FunctionTool.builder().name("get_weather").description("The weather").build(),
					(call) -> ToolResult.text("Sunny in " + call.arguments().path("city").asString()));
		}

	}

}
