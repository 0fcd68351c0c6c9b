package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.ToolCallEntry;
import io.realtime4j.conversation.completion.MadeIds;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that announce less than others, or leave out ids and indexes: history, playback
 * and recovery are the same.
 */
class ServerSaysLessTests {

	/**
	 * What somebody says is told by its transcript alone.
	 */
	private static final String ONLY_TEXT = "conversation.item.input_audio_transcription.completed";

	private final SessionFixture fixture = new SessionFixture().reconnect(ReconnectPolicy.defaults())
		.customizer((builder) -> builder.interceptor(PlaybackInterceptor.factory((session) -> new Sink())));

	private final List<String> played = new ArrayList<>();

	private long playedMillis = Long.MAX_VALUE;

	@ParameterizedTest
	@MethodSource("voices")
	void historyIsTheSame(ServerVoice voice) {
		RealtimeSession session = this.fixture.opened();
		this.fixture.transport.voice(voice);
		ScriptedConnection connection = this.fixture.connection();
		session.sendText("Hello");
		JsonNode hello = connection.expect("conversation.item.create");
		session.respond();
		JsonNode metadata = Wire.metadata(connection.expect("response.create"));
		connection.receive(Wire.itemAdded(hello));
		connection.receive(SpokenDialogue.answer("1", "Good evening.", metadata));
		connection.receive(SpokenDialogue.question("2", "What is the weather?"));
		connection.receive(SpokenDialogue.call("3"));
		connection.receive(SpokenDialogue.answer("4", "It is sunny.", null));
		assertThat(said(session)).containsExactly("user Hello", "assistant Good evening.", "user What is the weather?",
				"weather {}", "assistant It is sunny.");
		assertThat(this.fixture.listener.all(UnknownServerEvent.class)).isEmpty();
		assertThat(this.played).hasSize(4).doesNotContainNull();
	}

	@ParameterizedTest
	@MethodSource("voices")
	void historyIsRestoredAfterAReconnect(ServerVoice voice) {
		RealtimeSession session = this.fixture.opened();
		this.fixture.transport.voice(voice);
		this.fixture.connection().receive(SpokenDialogue.question("1", "Who is there?"));
		this.fixture.connection().receive(SpokenDialogue.answer("2", "It is me.", null));
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(this.fixture.listener.all(SessionReconnecting.class).get(0).delay());
		this.fixture.transport.voice(ServerVoice.full());
		ScriptedConnection connection = this.fixture.transport.connection(1).accept();
		connection.receive(Wire.sessionCreated(), Wire.sessionUpdated()).expect("session.update");
		List<String> restored = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			JsonNode create = connection.expect("conversation.item.create");
			restored.add(create.at("/item/content/0/text").asString());
			this.fixture.transport.voice(voice);
			connection.receive(Wire.itemAdded(create), Wire.itemAdded(create).replace(".added", ".done"));
		}
		assertThat(restored).containsExactly("Who is there?", "It is me.");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(said(session)).containsExactly("user Who is there?", "assistant It is me.");
	}

	@ParameterizedTest
	@MethodSource("voices")
	void requestsAreAnsweredOneByOne(ServerVoice voice) {
		RealtimeSession session = this.fixture.opened();
		this.fixture.transport.voice(voice);
		ScriptedConnection connection = this.fixture.connection();
		List<ResponseDone> done = new ArrayList<>();
		session.respond().thenAccept(done::add);
		session.respond().thenAccept(done::add);
		connection.receive(SpokenDialogue.answer("1", "One.", Wire.metadata(connection.expect("response.create"))));
		assertThat(done).hasSize(1);
		connection.receive(SpokenDialogue.answer("2", "Two.", Wire.metadata(connection.expect("response.create"))));
		assertThat(done).hasSize(2);
		connection.expectNothingMore();
	}

	@Test
	void requestIsAnsweredByAServerThatAnnouncedOnlyTheResponseBefore() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		session.respond();
		connection.receive(SpokenDialogue.answer("1", "One.", Wire.metadata(connection.expect("response.create"))));
		CompletableFuture<ResponseDone> future = session.respond();
		JsonNode metadata = Wire.metadata(connection.expect("response.create"));
		this.fixture.transport.voice(ServerVoice.without("response.created"));
		connection.receive(SpokenDialogue.answer("2", "Two.", metadata));
		assertThat(future).isCompletedWithValueMatching((done) -> done.text().equals("Two."));
	}

	@Test
	void answerOfATurnThatIsNotAnnouncedIsNotTakenForTheRequested() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		CompletableFuture<ResponseDone> future = session.respond();
		JsonNode metadata = Wire.metadata(connection.expect("response.create"));
		this.fixture.transport.voice(ServerVoice.without("response.created"));
		connection.receive(Wire.speechStopped());
		connection.receive(SpokenDialogue.answer("1", "Spoken.", null));
		assertThat(future).isNotDone();
		connection.receive(SpokenDialogue.answer("2", "Asked.", metadata));
		assertThat(future).isCompletedWithValueMatching((done) -> done.text().equals("Asked."));
	}

	@Test
	void responseBesideThatIsNotAnnouncedBlocksNobody() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		session.respond();
		connection.receive(SpokenDialogue.answer("1", "One.", Wire.metadata(connection.expect("response.create"))));
		CompletableFuture<ResponseDone> beside = session
			.respond(ResponseSettings.builder().conversation(ResponseConversation.NONE).build());
		JsonNode metadata = Wire.metadata(connection.expect("response.create"));
		this.fixture.transport.voice(ServerVoice.without("response.created"));
		connection.receive(SpokenDialogue.answer("2", "Beside.", metadata));
		assertThat(beside).isDone();
		session.respond();
		connection.expect("response.create");
	}

	@ParameterizedTest
	@MethodSource("voices")
	void interruptionCutsWhatWasHeard(ServerVoice voice) {
		RealtimeSession session = this.fixture.opened();
		this.fixture.transport.voice(voice);
		ScriptedConnection connection = this.fixture.connection();
		List<String> answer = List.of(SpokenDialogue.answer("1", "A long answer.", null));
		connection.receive(answer.subList(0, SpokenDialogue.SPOKEN).toArray(String[]::new));
		this.playedMillis = 10;
		session.interrupt();
		JsonNode cancel = connection.expect("response.cancel");
		assertThat(MadeIds.isMade(cancel.path("response_id").asString(null))).isFalse();
		String spoken = this.fixture.listener.all(ResponseOutputAudioDelta.class).get(0).itemId();
		if (!MadeIds.isMade(spoken)) {
			JsonNode truncate = connection.expect("conversation.item.truncate");
			assertThat(truncate.path("item_id").asString()).isEqualTo(spoken);
			assertThat(truncate.path("audio_end_ms").asInt()).isEqualTo(10);
		}
		connection.expectNothingMore();
		assertThat(this.played).last().isEqualTo("clear");
		MessageEntry entry = (MessageEntry) session.conversation().entry(spoken).orElseThrow();
		assertThat(entry.interrupted()).isTrue();
		assertThat(entry.heardText()).isEqualTo(entry.text().isEmpty() ? "" : "A");
	}

	@Test
	void responseBesideTheConversationStaysBeside() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(SpokenDialogue.answer("1", "Before you.", null));
		String[] beside = Stream.of(SpokenDialogue.answer("2", "Beside.", null))
			.filter((text) -> !text.contains("conversation.item."))
			.map((text) -> text.contains("\"response.created\"") ? Wire.beside(text) : text)
			.toArray(String[]::new);
		connection.receive(beside);
		assertThat(said(session)).containsExactly("assistant Before you.");
	}

	@Test
	void transcriptThatIsToldAgainAtEachFurtherIndexStandsOnce() {
		RealtimeSession session = this.fixture.opened();
		String[] pieces = { "What", "What is", "What is it?" };
		for (int i = 0; i < pieces.length; i++) {
			this.fixture.connection()
				.receive(transcription("delta").put("content_index", i).put("delta", pieces[i]).toString());
			assertThat(session.conversation().entries()).singleElement()
				.extracting("text", "settled")
				.containsExactly(pieces[i], false);
		}
		this.fixture.connection()
			.receive(transcription("completed").put("content_index", 3).put("transcript", "What is it?").toString());
		assertThat(said(session)).containsExactly("user What is it?");
	}

	private static ObjectNode transcription(String state) {
		return Wire.event("conversation.item.input_audio_transcription." + state).put("item_id", "item_1");
	}

	@Test
	void listenersHearNothingThatTheServerDidNotSay() {
		this.fixture.opened();
		this.fixture.transport.voice(ServerVoice.withoutAnnouncements());
		int before = this.fixture.listener.types().size();
		this.fixture.connection().receive(SpokenDialogue.answer("1", "Here.", null));
		assertThat(this.fixture.listener.types().subList(before, this.fixture.listener.types().size()))
			.doesNotContain("response.created", "conversation.item.added", "response.output_item.done")
			.contains("response.output_audio.delta", "response.done");
	}

	private static List<String> said(RealtimeSession session) {
		return session.conversation().entries().stream().map(ServerSaysLessTests::said).toList();
	}

	private static String said(ConversationEntry entry) {
		if (entry instanceof MessageEntry message) {
			assertThat(message.settled()).as(message.toString()).isTrue();
			return message.role().value() + " " + message.text();
		}
		ToolCallEntry call = (ToolCallEntry) entry;
		return call.name() + " " + call.arguments();
	}

	private static Stream<Named<ServerVoice>> voices() {
		List<Named<ServerVoice>> voices = new ArrayList<>();
		voices.add(Named.of("all", ServerVoice.full()));
		SpokenDialogue.types()
			.filter((type) -> !type.equals(ONLY_TEXT))
			.forEach((type) -> voices.add(Named.of("without " + type, ServerVoice.without(type))));
		for (String member : SpokenDialogue.IDS) {
			voices.add(Named.of("without " + member, ServerVoice.withoutMembers(member)));
		}
		ServerVoice nameless = ServerVoice.withoutMembers(SpokenDialogue.IDS.toArray(String[]::new));
		voices.add(Named.of("without ids", nameless));
		voices.add(Named.of("without announcements", ServerVoice.withoutAnnouncements()));
		voices.add(Named.of("without announcements and ids", ServerVoice.withoutAnnouncements().and(nameless)));
		voices.add(Named.of("without output", ServerVoice.withoutMembers("response.output")));
		return voices.stream();
	}

	/**
	 * Plays as far as a test says.
	 */
	private final class Sink implements AudioSink {

		@Override
		public void play(AudioChunk chunk) {
			ServerSaysLessTests.this.played.add(chunk.itemId());
		}

		@Override
		public void clear() {
			ServerSaysLessTests.this.played.add("clear");
		}

		@Override
		public long playedMillis(String itemId, long contentIndex) {
			return ServerSaysLessTests.this.playedMillis;
		}

	}

}
