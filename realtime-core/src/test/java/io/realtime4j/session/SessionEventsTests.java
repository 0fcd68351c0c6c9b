package io.realtime4j.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.model.item.Item;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what listeners hear.
 */
class SessionEventsTests {

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void eventsArriveInOrderWithTheirTexts() {
		QueuedExecutor executor = new QueuedExecutor();
		this.fixture.executor(executor).opened();
		String[] texts = IntStream.range(0, 500).mapToObj((i) -> Wire.textDelta("d" + i)).toArray(String[]::new);
		this.fixture.connection().receive(texts);
		assertThat(this.fixture.listener.messages()).isEmpty();
		executor.runAll();
		assertThat(this.fixture.listener.all(ResponseOutputTextDelta.class)).extracting(ResponseOutputTextDelta::delta)
			.containsExactlyElementsOf(IntStream.range(0, 500).mapToObj((i) -> "d" + i).toList());
		assertThat(this.fixture.listener.texts()).startsWith(Wire.sessionCreated(), Wire.sessionUpdated())
			.endsWith(texts);
	}

	@Test
	void sessionEventsStandInOneOrderWithThoseOfTheServer() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.textDelta("a"));
		session.close();
		this.fixture.connection().receive(Wire.textDelta("b"));
		this.fixture.connection().closed();
		assertThat(this.fixture.listener.types()).containsExactly("realtime4j.session.connecting", "session.created",
				"session.updated", "realtime4j.session.opened", "response.output_text.delta",
				"realtime4j.session.closing", "response.output_text.delta", "realtime4j.session.closed");
	}

	@Test
	void listenersOfClientAndSessionAllHear() {
		RecordingListener own = new RecordingListener();
		RealtimeClient client = this.fixture.client();
		client.open(SessionSpec.builder(SessionFixture.SETTINGS).listener(own).build());
		this.fixture.greet();
		assertThat(own.types()).hasSize(4).isEqualTo(this.fixture.listener.types());
	}

	@Test
	void throwingListenerIsReportedOnceAndOthersGoOn() {
		List<String> reports = new ArrayList<>();
		RecordingListener throwing = new RecordingListener((session, message) -> {
			if (message instanceof ResponseOutputTextDelta) {
				throw new IllegalStateException("boom");
			}
		});
		RecordingListener after = new RecordingListener();
		RealtimeSession session = this.fixture
			.customizer((builder) -> builder.listener(throwing)
				.listener(after)
				.errorHandler((source, event, error) -> reports
					.add(source.id() + " " + event.type() + " " + event.eventId() + " " + error.getMessage())))
			.opened();
		this.fixture.connection().receive(Wire.textDelta("a"), Wire.speechStopped());
		assertThat(reports).containsExactly(session.id() + " response.output_text.delta event_of_server boom");
		assertThat(after.types()).endsWith("response.output_text.delta", "input_audio_buffer.speech_stopped");
		assertThat(throwing.types()).endsWith("response.output_text.delta", "input_audio_buffer.speech_stopped");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void throwingErrorHandlerStopsNothing() {
		RecordingListener after = new RecordingListener();
		this.fixture.customizer((builder) -> builder.listener(new RecordingListener((session, message) -> {
			throw new AssertionError("boom");
		})).listener(after).errorHandler((session, event, error) -> {
			throw new IllegalStateException("again");
		})).opened();
		assertThat(after.types()).hasSize(4);
	}

	@Test
	void blockingListenerDelaysNoOtherSession() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch blocked = new CountDownLatch(1);
		CountDownLatch heard = new CountDownLatch(1);
		ExecutorService executor = Executors.newCachedThreadPool();
		try {
			RealtimeClient client = this.fixture.executor(executor).client();
			client.open(spec((message) -> {
				blocked.countDown();
				await(release);
			}));
			client.open(spec((message) -> heard.countDown()));
			ScriptedConnection first = greet(0);
			ScriptedConnection second = greet(1);
			first.receive(Wire.textDelta("a"));
			assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
			second.receive(Wire.textDelta("b"));
			assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			release.countDown();
			executor.shutdown();
		}
	}

	@Test
	void controlLaneGoesOnWhileAListenerBlocks() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch blocked = new CountDownLatch(1);
		ExecutorService executor = Executors.newCachedThreadPool();
		try {
			RealtimeSession session = this.fixture.executor(executor).client().open(spec((message) -> {
				blocked.countDown();
				await(release);
			}));
			ScriptedConnection connection = this.fixture.greet();
			connection.receive(Wire.textDelta("a"), Wire.responseDone("resp_1", null));
			assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
			connection.receive(Wire.userItem("item_2", "Hello"));
			assertThat(session.conversation().items()).extracting(Item::id).containsExactly("item_1", "item_2");
			CompletableFuture<ResponseDone> response = session.respond();
			JsonNode metadata = Wire.metadata(connection.expect("response.create"));
			connection.receive(Wire.responseCreated("resp_2", metadata), Wire.responseDone("resp_2", metadata));
			assertThat(response.get(10, TimeUnit.SECONDS).response().id()).isEqualTo("resp_2");
			connection.end(new ConnectionLost("reset"));
			assertThat(session.state()).isEqualTo(SessionState.CLOSED);
			assertThat(session.closed().get(10, TimeUnit.SECONDS)).isInstanceOf(ConnectionEnded.class);
		}
		finally {
			release.countDown();
			executor.shutdown();
		}
	}

	@Test
	void malformedAndBinaryFramesAreRejectedAndTheSessionGoesOn() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		connection.receive("nonsense", "[]", "{}", "{\"type\":7}", "{\"type\":\"error\"} x", "", "x".repeat(5000));
		connection.receiveBinary(17);
		connection.receive(Wire.textDelta("a"));
		List<FrameRejected> rejected = this.fixture.listener.all(FrameRejected.class);
		assertThat(rejected).hasSize(8)
			.allSatisfy((event) -> assertThat(event.problem()).isNotBlank().hasSizeLessThan(400));
		assertThat(rejected.get(7).problem()).contains("binary", "17 bytes");
		assertThat(this.fixture.listener.types()).endsWith("response.output_text.delta");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void unknownEventsAreDelivered() {
		this.fixture.opened();
		this.fixture.connection().receive("{\"type\":\"ping\",\"timestamp\":1}");
		assertThat(this.fixture.listener.all(UnknownServerEvent.class)).extracting(RealtimeMessage::type)
			.containsExactly("ping");
		assertThat(this.fixture.listener.texts()).endsWith("{\"type\":\"ping\",\"timestamp\":1}");
	}

	@Test
	void nothingIsHeardAfterSessionClosed() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		connection.end(new ConnectionLost("reset"));
		connection.receive(Wire.textDelta("late"), "nonsense").receiveBinary(3);
		connection.closed();
		session.close();
		assertThat(this.fixture.listener.types()).endsWith("realtime4j.session.opened", "realtime4j.session.closed");
		assertThat(this.fixture.listener.all(SessionClosed.class)).singleElement()
			.isEqualTo(new SessionClosed(session.closed().join()));
	}

	@Test
	void listenerMayUseTheSession() {
		RecordingListener talking = new RecordingListener((session, message) -> {
			if (message instanceof SessionConnecting) {
				session.sendText("Hello");
				session.respond();
			}
		});
		this.fixture.customizer((builder) -> builder.listener(talking)).opened();
		this.fixture.connection().expect("conversation.item.create");
		this.fixture.connection().expect("response.create");
	}

	@Test
	void everyRecordedEventIsDelivered() {
		for (Path file : ProtocolFiles.list("recordings", ".jsonl")) {
			SessionFixture fresh = new SessionFixture();
			fresh.opened();
			List<String> texts = ProtocolFiles.lines(file)
				.stream()
				.filter((line) -> line.path("direction").asString("").equals("received")
						&& line.path("data").isObject())
				.map((line) -> line.path("data").toString())
				.toList();
			fresh.connection().receive(texts.toArray(String[]::new));
			assertThat(fresh.listener.all(FrameRejected.class)).as(file.toString()).isEmpty();
			assertThat(fresh.listener.texts()).as(file.toString())
				.hasSize(texts.size() + 2)
				.endsWith(texts.toArray(String[]::new));
		}
	}

	private ScriptedConnection greet(int index) {
		return this.fixture.transport.connection(index).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
	}

	// A spec whose listener does something when text arrives
	private static SessionSpec spec(Consumer<RealtimeMessage> action) {
		return SessionSpec.builder(SessionFixture.SETTINGS).listener(new RecordingListener((session, message) -> {
			if (message instanceof ResponseOutputTextDelta) {
				action.accept(message);
			}
		})).build();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
