package io.realtime4j.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ConversationItemRetrieve;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for servers that acknowledge nothing.
 */
class SilentServerTests {

	private static final Duration ACKNOWLEDGEMENT = SessionFixture.TIMEOUTS.acknowledgement();

	private static final RealtimeSessionSettings CHANGE = RealtimeSessionSettings.builder()
		.instructions("Be long.")
		.build();

	private final SessionFixture fixture = new SessionFixture();

	@ParameterizedTest
	@MethodSource("verbs")
	void everyVerbEndsAndTheSessionGoesOn(Function<RealtimeSession, List<CompletableFuture<?>>> verb) {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		this.fixture.transport.voice(ServerVoice.silent());
		List<CompletableFuture<?>> futures = verb.apply(session);
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response().plus(ACKNOWLEDGEMENT));
		assertThat(futures).allMatch(CompletableFuture::isCompletedExceptionally);
		assertThat(this.fixture.scheduler.pending()).as("timers").isZero();
		this.fixture.transport.voice(ServerVoice.full());
		long before = requests(connection);
		CompletableFuture<?> next = session.respond();
		assertThat(requests(connection)).isEqualTo(before + 1);
		JsonNode request = Wire.json(connection.sent().get(connection.sent().size() - 1));
		connection.receive(Wire.responseCreated("resp_9", Wire.metadata(request)),
				Wire.responseDone("resp_9", Wire.metadata(request)));
		assertThat(next).isCompleted();
	}

	static Stream<Named<Function<RealtimeSession, List<CompletableFuture<?>>>>> verbs() {
		ResponseSettings beside = ResponseSettings.builder().conversation(ResponseConversation.NONE).build();
		return Stream.of(waiting("respond", RealtimeSession::respond),
				waiting("respond beside the conversation", (session) -> session.respond(beside)),
				waiting("followUp", RealtimeSession::followUp), waiting("ask", (session) -> session.ask("Hello")),
				waiting("update", (session) -> session.update(CHANGE)),
				telling("sendText", (session) -> session.sendText("Hello")),
				telling("appendAudio and commitAudio", (session) -> {
					session.appendAudio(new byte[48_000]);
					session.commitAudio();
				}), telling("commit", (session) -> session.send(InputAudioBufferCommit.of())),
				telling("clearAudio", RealtimeSession::clearAudio),
				telling("delete", (session) -> session.send(ConversationItemDelete.of("item_1"))),
				telling("retrieve", (session) -> session.send(ConversationItemRetrieve.of("item_1"))),
				telling("truncate", (session) -> session.send(ConversationItemTruncate.of("item_1", 0, 10))),
				telling("interrupt", RealtimeSession::interrupt),
				telling("cancelResponse", RealtimeSession::cancelResponse));
	}

	@Test
	void severalVerbsEndOneAfterAnother() {
		RealtimeSession session = this.fixture.opened();
		List<CompletableFuture<?>> futures = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			futures.add(session.ask("Hello"));
			futures.add(session.update(CHANGE));
		}
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response().multipliedBy(5));
		assertThat(futures).allMatch(CompletableFuture::isCompletedExceptionally);
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void changeOfSettingsThatIsNotAcknowledgedFails() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<SessionUpdated> future = session.update(CHANGE);
		String id = this.fixture.connection().expect("session.update").path("event_id").asString();
		this.fixture.scheduler.advance(ACKNOWLEDGEMENT);
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(AnswerTimeoutException.class)
			.hasMessageContaining("session.updated")
			.hasMessageContaining("realtime.acknowledgement-timeout");
		assertThat(this.fixture.listener.all(AnswerTimedOut.class))
			.containsExactly(new AnswerTimedOut("session.updated", ACKNOWLEDGEMENT, id, null));
	}

	@Test
	void acknowledgementOfOneChangeRenewsTheWaitForTheNext() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<SessionUpdated> first = session.update(CHANGE);
		CompletableFuture<SessionUpdated> second = session.update(CHANGE);
		this.fixture.scheduler.advance(ACKNOWLEDGEMENT.minusSeconds(1));
		this.fixture.connection().receive(Wire.sessionUpdated("Be long."));
		this.fixture.scheduler.advance(ACKNOWLEDGEMENT.minusSeconds(1));
		assertThat(first).isCompleted();
		assertThat(second).isNotDone();
		this.fixture.connection().receive(Wire.sessionUpdated("Be long."));
		assertThat(second).isCompleted();
	}

	@Test
	void changeGivenBeforeTheSessionIsOpenIsAwaitedFromItsSending() {
		RealtimeSession session = this.fixture.connecting();
		CompletableFuture<SessionUpdated> future = session.update(CHANGE);
		this.fixture.scheduler.advance(ACKNOWLEDGEMENT);
		this.fixture.greet();
		this.fixture.scheduler.advance(ACKNOWLEDGEMENT.minusMillis(1));
		assertThat(future).isNotDone();
		this.fixture.scheduler.advance(Duration.ofMillis(1));
		assertThat(future).isCompletedExceptionally();
	}

	@Test
	void itemThatIsNotAcknowledgedIsToldAndSaidAgainToAnotherConnection() {
		RealtimeSession session = this.fixture.reconnect(ReconnectPolicy.defaults()).opened();
		session.sendText("Hello");
		String id = this.fixture.connection().expect("conversation.item.create").path("event_id").asString();
		this.fixture.scheduler.advance(ACKNOWLEDGEMENT);
		assertThat(this.fixture.listener.all(AnswerTimedOut.class))
			.containsExactly(new AnswerTimedOut("conversation.item.added", ACKNOWLEDGEMENT, id, null));
		this.fixture.connection().end(new ConnectionLost("gone"));
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		ScriptedConnection next = this.fixture.transport.connection(1).accept();
		next.receive(Wire.sessionCreated(), Wire.sessionUpdated());
		next.expect("session.update");
		next.expect("conversation.item.create");
	}

	@Test
	void historyThatIsNotAcknowledgedDoesNotCostTheSession() {
		RealtimeSession session = this.fixture.reconnect(ReconnectPolicy.defaults()).opened();
		this.fixture.connection().receive(Wire.userItem("item_1", "One"));
		this.fixture.connection().end(new ConnectionLost("gone"));
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.open());
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).singleElement()
			.satisfies((event) -> assertThat(event.awaited()).isEqualTo("conversation.item.added"));
		assertThat(this.fixture.listener.all(SessionReconnected.class)).singleElement()
			.satisfies((event) -> assertThat(event.restoredItems()).isZero());
	}

	@Test
	void cutThatTheServerDoesNotConfirmIsTold() {
		RealtimeSession session = this.fixture.opened();
		speak();
		session.send(ConversationItemTruncate.of("item_1", 0, 1));
		assertThat(entry(session).interrupted()).isTrue();
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).isEmpty();
		this.fixture.scheduler.advance(ACKNOWLEDGEMENT);
		assertThat(entry(session).interrupted()).isTrue();
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).singleElement()
			.satisfies((event) -> assertThat(event.awaited()).isEqualTo("conversation.item.truncated"));
	}

	@Test
	void speechThatIsNeverTranscribedIsSettledWithoutAText() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(transcribing(), Wire.audioCommitted(), spokenItem());
		assertThat(entry(session).settled()).isFalse();
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response());
		assertThat(entry(session).settled()).isTrue();
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).singleElement()
			.satisfies((event) -> assertThat(event.awaited())
				.isEqualTo("conversation.item.input_audio_transcription.completed"));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void transcriptionMayTakeItsTimeWhileItGoesOn() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(transcribing(), Wire.audioCommitted(), spokenItem());
		for (int i = 0; i < 5; i++) {
			this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response().minusSeconds(1));
			this.fixture.connection().receive(transcript("delta", "delta"));
		}
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).isEmpty();
		this.fixture.connection().receive(transcript("completed", "transcript"));
		assertThat(entry(session).settled()).isTrue();
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	private void speak() {
		this.fixture.connection()
			.receive(Wire.responseCreated("resp_1", null))
			.receive(Wire.outputItem("resp_1", "added", Wire.spokenAnswer("item_1", "in_progress", "")))
			.receive(Wire.audioDelta(), Wire.responseDone("resp_1", null));
	}

	private static MessageEntry entry(RealtimeSession session) {
		return (MessageEntry) session.conversation().entries().get(0);
	}

	private static String transcribing() {
		ObjectNode event = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) event.get("session")).putObject("audio")
			.putObject("input")
			.putObject("transcription")
			.put("model", "whisper-1");
		return event.toString();
	}

	private static String spokenItem() {
		ObjectNode event = Wire.event("conversation.item.added").putNull("previous_item_id");
		ObjectNode item = event.putObject("item").put("id", "item_u").put("type", "message").put("role", "user");
		item.putArray("content").addObject().put("type", "input_audio").putNull("transcript");
		return event.toString();
	}

	private static String transcript(String state, String member) {
		return Wire.event("conversation.item.input_audio_transcription." + state)
			.put("item_id", "item_u")
			.put("content_index", 0)
			.put(member, "Hello")
			.toString();
	}

	private static long requests(ScriptedConnection connection) {
		return connection.types().stream().filter("response.create"::equals).count();
	}

	private static Named<Function<RealtimeSession, List<CompletableFuture<?>>>> waiting(String name,
			Function<RealtimeSession, CompletableFuture<?>> verb) {
		return Named.of(name, (session) -> List.of(verb.apply(session)));
	}

	private static Named<Function<RealtimeSession, List<CompletableFuture<?>>>> telling(String name,
			Consumer<RealtimeSession> verb) {
		return Named.of(name, (session) -> {
			verb.accept(session);
			return List.of();
		});
	}

}
