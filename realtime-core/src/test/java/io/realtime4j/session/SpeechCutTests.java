package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for speech that is cut: the history holds what was heard as soon as the server is
 * asked for the cut, whatever it answers.
 */
class SpeechCutTests {

	private static final String ANSWER = "One two three four five six seven eight.";

	private final SessionFixture fixture = new SessionFixture().reconnect(ReconnectPolicy.defaults())
		.customizer((builder) -> builder.interceptor(PlaybackInterceptor.factory((session) -> new Sink()))
			.listener(new ConversationWatch((session, change) -> this.changes.add(change))));

	private final List<ConversationChanged> changes = new ArrayList<>();

	private long playedMillis;

	@Test
	void textIsCutWhenTheServerIsAskedForIt() {
		RealtimeSession session = speaking();
		this.playedMillis = 20;
		session.interrupt();
		connection().expect("response.cancel");
		connection().expect("conversation.item.truncate");
		assertThat(entry(session)).extracting("heardText", "interrupted").containsExactly("One two three four", true);
		assertThat(this.fixture.listener.all(SpeechCut.class)).containsExactly(new SpeechCut("item_1", 0, 20));
		assertThat(this.changes.get(this.changes.size() - 1).conversation().entries()).last().isEqualTo(entry(session));
	}

	@Test
	void whatTheServerSaysCounts() {
		RealtimeSession session = speaking();
		session.send(ConversationItemTruncate.of("item_1", 0, 20));
		connection().receive(truncated("item_1", 30));
		assertThat(entry(session).heardText()).isEqualTo("One two three four five six");
		session.send(ConversationItemTruncate.of("item_1", 0, 20));
		connection().receive(truncated("item_1", 10));
		assertThat(entry(session).heardText()).isEqualTo("One two");
	}

	@Test
	void leastOfSeveralCutsCounts() {
		RealtimeSession session = speaking();
		session.send(ConversationItemTruncate.of("item_1", 0, 30));
		session.send(ConversationItemTruncate.of("item_1", 0, 10));
		assertThat(entry(session).heardText()).isEqualTo("One two");
		connection().receive(truncated("item_1", 30));
		assertThat(entry(session).heardText()).isEqualTo("One two");
		connection().receive(truncated("item_1", 10));
		assertThat(entry(session).heardText()).isEqualTo("One two");
	}

	@ParameterizedTest
	@ValueSource(strings = { "item_id", "audio_end_ms", "content_index" })
	void confirmationThatSaysLessSettlesTheOldestCut(String member) {
		this.fixture.transport.voice(ServerVoice.full());
		RealtimeSession session = speaking();
		session.send(ConversationItemTruncate.of("item_1", 0, 20));
		connection().receive(SpokenDialogue.answer("2", "Another.", null));
		this.fixture.transport.voice(ServerVoice.withoutMembers(member));
		connection().receive(truncated("item_1", 20));
		assertThat(this.fixture.listener.all(ConversationItemTruncated.class)).singleElement()
			.extracting("itemId", "audioEndMs")
			.containsExactly("item_1", 20L);
		assertThat(session.conversation().entries()).extracting("heardText")
			.containsExactly("One two three four", "Another.");
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.acknowledgement());
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).isEmpty();
	}

	@Test
	void cutThatTheServerRefusesWasHeardNoFurther() {
		RealtimeSession session = speaking();
		session.send(ConversationItemTruncate.of("item_1", 0, 20));
		String id = connection().expect("conversation.item.truncate").path("event_id").asString();
		connection().receive(Wire.error("invalid_value", "No.", "audio_end_ms", id));
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.acknowledgement());
		assertThat(entry(session).heardText()).isEqualTo("One two three four");
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).isEmpty();
	}

	@Test
	void cutBehindTheEndTakesNothing() {
		RealtimeSession session = this.fixture.opened();
		connection().receive(SpokenDialogue.answer("1", ANSWER, null));
		session.send(ConversationItemTruncate.of(entry(session).itemId(), 0, 5000));
		String id = connection().expect("conversation.item.truncate").path("event_id").asString();
		connection().receive(Wire.error("invalid_value", "Already shorter.", "audio_end_ms", id));
		assertThat(entry(session)).extracting("heardText", "interrupted").containsExactly(ANSWER, false);
		assertThat(this.fixture.listener.all(SpeechCut.class)).isEmpty();
	}

	@Test
	void anotherConnectionIsToldWhatWasHeard() {
		RealtimeSession session = speaking();
		connection().receive(Wire.responseDone("resp_1", null));
		this.playedMillis = 20;
		session.interrupt();
		ScriptedConnection next = reconnect();
		assertThat(next.expect("conversation.item.create").at("/item/content/0/text").asString())
			.isEqualTo("One two three four");
	}

	@Test
	void interruptionWithoutAConnectionIsToldToTheNextOneAsText() {
		RealtimeSession session = speaking();
		connection().receive(Wire.responseDone("resp_1", null));
		connection().end(new ConnectionLost("reset"));
		this.playedMillis = 20;
		session.interrupt();
		ScriptedConnection next = reopen();
		JsonNode create = next.expect("conversation.item.create");
		assertThat(create.at("/item/content/0/text").asString()).isEqualTo("One two three four");
		next.receive(Wire.itemAdded(create));
		next.expectNothingMore();
	}

	@Test
	void whatTheServerWasToldAsTextIsCutInTheHistoryAlone() {
		RealtimeSession session = speaking();
		connection().receive(Wire.responseDone("resp_1", null));
		ScriptedConnection next = reconnect();
		next.receive(Wire.itemAdded(next.expect("conversation.item.create")));
		this.playedMillis = 20;
		session.interrupt();
		assertThat(entry(session)).extracting("heardText", "interrupted").containsExactly("One two three four", true);
		next.expectNothingMore();
	}

	@ParameterizedTest
	@MethodSource("answers")
	void whatNobodyHeardIsNoPartOfTheHistory(ServerVoice voice) {
		RealtimeSession session = speaking();
		session.interrupt();
		connection().expect("response.cancel");
		JsonNode delete = connection().expect("conversation.item.delete");
		assertThat(session.conversation().entries()).isEmpty();
		assertThat(this.fixture.listener.all(SpeechCut.class)).containsExactly(new SpeechCut("item_1", 0, 0));
		this.fixture.transport.voice(voice);
		connection()
			.receive(Wire.outputItem("resp_1", "done", Wire.spokenAnswer("item_1", "incomplete", "One two three")));
		connection().receive(Wire.responseDone("resp_1", "cancelled", null),
				Wire.error("item_not_found", "No.", null, delete.path("event_id").asString()));
		connection().receive(Wire.event("conversation.item.deleted").put("item_id", "item_1").toString());
		assertThat(session.conversation().entries()).isEmpty();
		this.fixture.transport.voice(ServerVoice.full());
		reconnect().expectNothingMore();
	}

	static Stream<ServerVoice> answers() {
		return Stream.of(ServerVoice.without("error"), ServerVoice.without("conversation.item.deleted"),
				ServerVoice.silent());
	}

	@Test
	void itemWithoutAnIdIsCutAndDeletedInTheHistoryAlone() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.transport.voice(ServerVoice.withoutMembers("item_id", "item.id", "response.output.id"));
		connection().receive(SpokenDialogue.answer("1", ANSWER, null));
		this.playedMillis = 20;
		session.interrupt();
		connection().expectNothingMore();
		assertThat(entry(session).interrupted()).isTrue();
		assertThat(entry(session).heardText()).isNotEmpty().isNotEqualTo(ANSWER);
		session.send(ConversationItemDelete.of(entry(session).itemId()));
		connection().expectNothingMore();
		assertThat(session.conversation().entries()).isEmpty();
	}

	private ScriptedConnection connection() {
		return this.fixture.connection();
	}

	private RealtimeSession speaking() {
		RealtimeSession session = this.fixture.opened();
		connection().receive(Wire.responseCreated("resp_1", null))
			.receive(Wire.outputItem("resp_1", "added", Wire.spokenAnswer("item_1", "in_progress", "")))
			.receive(audio(), transcript());
		return session;
	}

	private ScriptedConnection reconnect() {
		connection().end(new ConnectionLost("reset"));
		return reopen();
	}

	private ScriptedConnection reopen() {
		this.fixture.scheduler.advance(this.fixture.listener.all(SessionReconnecting.class).get(0).delay());
		ScriptedConnection next = this.fixture.transport.connection(1).accept();
		next.receive(Wire.sessionCreated(), Wire.sessionUpdated()).expect("session.update");
		return next;
	}

	private static MessageEntry entry(RealtimeSession session) {
		List<ConversationEntry> entries = session.conversation().entries();
		return (MessageEntry) entries.get(0);
	}

	// 40 ms
	private static String audio() {
		return Wire.event("response.output_audio.delta")
			.put("response_id", "resp_1")
			.put("item_id", "item_1")
			.put("output_index", 0)
			.put("content_index", 0)
			.put("delta", new byte[1920])
			.toString();
	}

	private static String transcript() {
		return Wire.event("response.output_audio_transcript.done")
			.put("response_id", "resp_1")
			.put("item_id", "item_1")
			.put("output_index", 0)
			.put("content_index", 0)
			.put("transcript", ANSWER)
			.toString();
	}

	private static String truncated(String itemId, long millis) {
		return Wire.event("conversation.item.truncated")
			.put("item_id", itemId)
			.put("content_index", 0)
			.put("audio_end_ms", millis)
			.toString();
	}

	/**
	 * Has played as much as a test says.
	 */
	private final class Sink implements AudioSink {

		@Override
		public void play(AudioChunk chunk) {
		}

		@Override
		public void clear() {
		}

		@Override
		public long playedMillis(String itemId, long contentIndex) {
			return SpeechCutTests.this.playedMillis;
		}

	}

}
