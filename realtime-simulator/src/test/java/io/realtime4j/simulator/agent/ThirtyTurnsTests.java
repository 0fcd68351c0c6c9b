package io.realtime4j.simulator.agent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.Modality;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ResponseFailed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ReplyEnd;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolApprovalRequested;
import io.realtime4j.tool.ToolException;
import io.realtime4j.tool.ToolOptions;
import io.realtime4j.tool.ToolResult;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A long conversation with tools, interruptions and failures, after which the history is
 * what was really said and heard.
 */
@SpringBootTest(properties = { "realtime.session.audio.input.transcription.enabled=true",
		"realtime.session.audio.input.transcription.model=gpt-4o-mini-transcribe",
		"realtime.session.audio.input.turn-detection.type=server_vad", "realtime.reconnect.initial-delay=1ms" })
@AutoConfigureRealtimeSimulator
class ThirtyTurnsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String STORY = "Once upon a time there was a miller who had three sons and a cat that could"
			+ " talk as well as you and me";

	private static final String WEATHER = "{\"city\":\"Paris\"}";

	private static final String CUT_SHORT = "Nothing was done, because the arguments are wrong: they end in the middle of"
			+ " the JSON text. Call the tool again with a JSON object that fits its schema.";

	private final Account account = new Account();

	private int turns;

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeSession session;

	@Autowired
	private Listener listener;

	@Autowired
	private Happenings happenings;

	@Test
	void historyIsWhatWasSaidAndHeard() throws Exception {
		this.session.open().get(20, TimeUnit.SECONDS);
		for (int round = 0; round < 2; round++) {
			ask("Good morning", "Good morning to you");
			askWithTool("What is the weather", "get_weather", WEATHER, "Sunny in Paris");
			interrupt("Tell me a story", 700);
			ask("Go on", "The cat wore boots");
			fail("Sing", ReplyEnd.quotaExceeded());
			speak("What time is it", "It is noon");
			askWithTool("Cancel my table", "cancel_table", "{}", "Cancelled");
			interrupt("Tell me another story", 0);
			interruptBySpeech("Tell me a third story", 1100, "Stop it");
			askForBothTools();
			breakOff("Count to a hundred");
			askWithTool("Break something", "break", "{}", "It is broken already");
			askBesideTheConversation();
			askWithTool("Guess a tool", "get_weather", "{\"city\":", CUT_SHORT);
			ask("Goodbye", "See you");
			this.simulator.connections().forEach(SimulatorConnection::cut);
			this.happenings.await(SessionReconnected.class);
		}
		assertThat(this.turns).isEqualTo(30);
		await().untilAsserted(() -> assertThat(Account.of(this.session.conversation()))
			.containsExactlyElementsOf(this.account.lines()));
	}

	private void ask(String question, String answer) throws Exception {
		this.simulator.nextResponse(answer);
		heard(answer, put(question));
	}

	private void askWithTool(String question, String name, String arguments, String output) throws Exception {
		this.simulator.nextResponse(ModelReply.builder().call(name, arguments).build());
		this.simulator.nextResponse("That is all I know");
		put(question);
		this.account.call(name, arguments, output);
		heard("That is all I know", this.happenings.await(ResponseDone.class));
	}

	private void askForBothTools() throws Exception {
		this.simulator.nextResponse(ModelReply.builder().call("get_weather", WEATHER).call("get_time", "{}").build());
		this.simulator.nextResponse("Sunny, and noon");
		put("Weather and time, please");
		ResponseDone answer = this.happenings.await(ResponseDone.class);
		this.account.call("get_weather", WEATHER, "Sunny in Paris");
		this.account.call("get_time", "{}", "12:00");
		heard("Sunny, and noon", answer);
	}

	private void interrupt(String question, long heardMillis) throws Exception {
		this.listener.hearAtMost(heardMillis);
		this.simulator.nextResponse(STORY);
		String item = itemOf(put(question));
		this.session.interrupt();
		cutOff(item);
	}

	private void interruptBySpeech(String question, long heardMillis, String words) throws Exception {
		this.listener.hearAtMost(heardMillis);
		this.simulator.nextResponse(STORY);
		String item = itemOf(put(question));
		this.listener.hearAll();
		this.simulator.nextTranscript(words);
		this.simulator.nextResponse("As you like");
		this.session.appendAudio(speech());
		cutOff(item);
		this.account.user(words);
		heard("As you like", this.happenings.await(ResponseDone.class));
	}

	// Nothing of what was heard is forgotten, and nothing is kept of what was not
	private void cutOff(String item) {
		long heard = this.listener.heardMillis(item);
		ObjectNode told = connection().awaitReceived((event) -> event.path("item_id").asString("").equals(item),
				PATIENCE);
		if (heard > 0) {
			assertThat(told.path("type").asString()).isEqualTo("conversation.item.truncate");
			assertThat(told.path("audio_end_ms").asLong()).isEqualTo(heard);
			this.account.answer(STORY, heard, this.listener.receivedMillis(item));
		}
		else {
			assertThat(told.path("type").asString()).isEqualTo("conversation.item.delete");
		}
		this.listener.hearAll();
	}

	private void breakOff(String question) throws Exception {
		this.simulator.nextResponse(ModelReply.builder().text(STORY).wordPause(Duration.ofMillis(100)).build());
		int before = this.listener.items();
		this.account.user(question);
		this.turns++;
		this.session.ask(question);
		await().until(() -> this.listener.items() > before);
		this.session.interrupt();
		ResponseDone done = this.happenings.await(ResponseDone.class);
		assertThat(done.outcome()).isInstanceOf(ResponseOutcome.Cancelled.class);
		String said = transcriptOf(done);
		assertThat(STORY).startsWith(said).isNotEqualTo(said);
		this.account.brokenOff(said);
	}

	private void fail(String question, ReplyEnd end) throws Exception {
		this.simulator.nextResponse(ModelReply.ending(end));
		ResponseDone done = put(question);
		assertThat(done.outcome().isFailure()).isTrue();
		assertThat(this.happenings.await(ResponseFailed.class).done()).isEqualTo(done);
	}

	private void speak(String words, String answer) throws Exception {
		this.simulator.nextTranscript(words);
		this.simulator.nextResponse(answer);
		this.session.appendAudio(speech());
		this.account.user(words);
		this.turns++;
		heard(answer, this.happenings.await(ResponseDone.class));
	}

	private void askBesideTheConversation() throws Exception {
		this.simulator.nextResponse("A summary");
		ResponseDone done = this.session
			.respond(ResponseSettings.builder()
				.conversation(ResponseConversation.NONE)
				.outputModalities(List.of(Modality.TEXT))
				.build())
			.get(20, TimeUnit.SECONDS);
		assertThat(done.outcome().isCompleted()).isTrue();
		assertThat(this.happenings.await(ResponseDone.class)).isEqualTo(done);
		this.turns++;
	}

	private ResponseDone put(String question) throws Exception {
		this.account.user(question);
		this.turns++;
		this.session.sendText(question);
		ResponseDone done = this.session.respond().get(20, TimeUnit.SECONDS);
		assertThat(this.happenings.await(ResponseDone.class)).isEqualTo(done);
		return done;
	}

	private void heard(String answer, ResponseDone done) {
		String item = itemOf(done);
		this.account.answer(answer, this.listener.heardMillis(item), this.listener.receivedMillis(item));
	}

	private SimulatorConnection connection() {
		List<SimulatorConnection> connections = this.simulator.connections();
		return connections.get(connections.size() - 1);
	}

	private static byte[] speech() {
		return Sounds.join(Sounds.tone(24_000, 800), Sounds.silence(24_000, 1500));
	}

	private static String itemOf(ResponseDone done) {
		return message(done).id();
	}

	private static String transcriptOf(ResponseDone done) {
		return ((OutputAudio) message(done).content().get(0)).transcript();
	}

	private static AssistantMessage message(ResponseDone done) {
		return (AssistantMessage) done.response().output().get(0);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Listener listener() {
			return new Listener();
		}

		@Bean
		AudioSinkFactory sinks(Listener listener) {
			AudioSink sink = listener;
			return (session) -> sink;
		}

		@Bean
		Happenings happenings() {
			return new Happenings();
		}

		@Bean
		CallableTool weather() {
			return CallableTool.of(function("get_weather", "The weather in a city"),
					(call) -> ToolResult.text("Sunny in " + call.arguments().path("city").asString()));
		}

		@Bean
		CallableTool time() {
			return CallableTool.of(function("get_time", "The time"), (call) -> ToolResult.text("12:00"));
		}

		@Bean
		CallableTool cancel() {
			return CallableTool.of(function("cancel_table", "Cancel a table"), ToolOptions.defaults().withApproval(),
					(call) -> ToolResult.text("Cancelled"));
		}

		@Bean
		CallableTool breaking() {
			return CallableTool.of(function("break", "Break something"), (call) -> {
				throw new ToolException("It is broken already");
			});
		}

		private static FunctionTool function(String name, String description) {
			return FunctionTool.builder().name(name).description(description).build();
		}

	}

	/**
	 * What the application hears.
	 */
	static final class Happenings implements RealtimeListener {

		private final Map<Class<?>, BlockingQueue<Object>> queues = Map.of(ResponseDone.class,
				new LinkedBlockingQueue<>(), ResponseFailed.class, new LinkedBlockingQueue<>(),
				SessionReconnected.class, new LinkedBlockingQueue<>());

		@Override
		public void onEvent(RealtimeSession session, ServerEvent event, String json) {
			note(event);
		}

		@Override
		public void onSessionEvent(RealtimeSession session, SessionEvent event) {
			note(event);
		}

		@EventListener
		void approve(ToolApprovalRequested request) {
			request.approval().approve();
		}

		private void note(Object event) {
			BlockingQueue<Object> queue = this.queues.get(event.getClass());
			if (queue != null) {
				queue.add(event);
			}
		}

		<T> T await(Class<T> type) throws InterruptedException {
			Object event = this.queues.get(type).poll(20, TimeUnit.SECONDS);
			assertThat(event).as(type.getSimpleName()).isNotNull();
			return type.cast(event);
		}

	}

}
