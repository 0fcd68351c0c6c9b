package io.realtime4j.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is said again after a connection broke in the middle of a response.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#naming")
class BrokenOffResponseTests {

	@Parameter
	private ServerVoice voice;

	private final SessionFixture fixture = new SessionFixture()
		.reconnect(new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(1), null));

	private RealtimeSession session;

	private CompletableFuture<ResponseDone> response;

	private JsonNode metadata;

	@BeforeEach
	void open() {
		this.session = this.fixture.opened();
		this.fixture.connection().receive(Wire.userItem("item_u", "A room?"));
		this.fixture.transport.voice(this.voice);
	}

	@ParameterizedTest
	@CsvSource({ "added, in_progress", "done, completed" })
	void answerWhoseRequestFailsIsNotSaidAgain(String state, String status) {
		begin();
		answer(state, status, "We have");
		assertThat(restoredAfterCut(1)).containsExactly("item_u");
		assertThat(SessionFailureTests.failure(this.response)).isInstanceOf(ConnectionLostException.class);
	}

	@Test
	void answerThatWasBrokenOffStaysInTheHistoryAndIsKnownAsSuch() {
		begin();
		answer("done", "completed", "We have");
		Conversation before = this.session.conversation();
		this.fixture.connection().end(new ConnectionLost("reset"));
		List<ConversationChange> changes = this.session.conversation().changesSince(before);
		assertThat(changes).singleElement()
			.isInstanceOfSatisfying(ConversationChange.Changed.class, (change) -> assertThat(change.entry())
				.isInstanceOfSatisfying(MessageEntry.class, (entry) -> assertThat(entry.interrupted()).isTrue()));
		assertThat(this.session.conversation().marks("item_a").abandoned()).isTrue();
		assertThat(this.session.conversation().entries()).extracting(ConversationEntry::itemId)
			.containsExactly("item_u", "item_a");
	}

	@Test
	void answerThatWasBrokenOffIsNotSaidAgainLaterEither() {
		begin();
		answer("done", "completed", "We have");
		restoredAfterCut(1);
		assertThat(restoredAfterCut(2)).containsExactly("item_u");
	}

	@Test
	void answerThatIsDoneIsSaidAgain() {
		begin();
		answer("done", "completed", "We have one.");
		this.fixture.connection().receive(Wire.responseDone("resp_1", this.metadata));
		assertThat(restoredAfterCut(1)).containsExactly("item_u", "item_a");
	}

	@Test
	void answerThatNobodyAskedForIsSaidAgainAsFarAsItCame() {
		this.fixture.connection().receive(Wire.responseCreated("resp_1", null));
		answer("added", "in_progress", "We have");
		assertThat(restoredAfterCut(1)).containsExactly("item_u", "item_a");
	}

	@Test
	void callInAResponseThatWasBrokenOffIsSaidAgainForItsFunctionRuns() {
		begin();
		this.fixture.connection()
			.receive(Wire.event("response.function_call_arguments.done")
				.put("response_id", "resp_1")
				.put("item_id", "item_c")
				.put("call_id", "call_1")
				.put("name", "book")
				.put("arguments", "{}")
				.toString())
			.receive(Wire.outputItem("resp_1", "done", Wire.functionCall("item_c", "call_1")));
		assertThat(restoredAfterCut(1)).containsExactly("item_u", "item_c");
	}

	private void begin() {
		this.response = this.session.respond();
		this.metadata = Wire.metadata(this.fixture.connection().expect("response.create"));
		this.fixture.connection().receive(Wire.responseCreated("resp_1", this.metadata));
	}

	private void answer(String state, String status, String words) {
		this.fixture.connection()
			.receive(Wire.outputItem("resp_1", "added", Wire.spokenAnswer("item_a", "in_progress", "")))
			.receive(Wire.event("response.output_audio_transcript.delta")
				.put("response_id", "resp_1")
				.put("item_id", "item_a")
				.put("output_index", 0)
				.put("content_index", 0)
				.put("delta", words)
				.toString())
			.receive(Wire.outputItem("resp_1", state, Wire.spokenAnswer("item_a", status, words)));
	}

	// Cut the connection, and return the ids of the items that the next one is told
	private List<String> restoredAfterCut(int index) {
		this.fixture.transport.connection(index - 1).end(new ConnectionLost("reset"));
		this.fixture.transport.voice(ServerVoice.full());
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		ScriptedConnection next = this.fixture.transport.connection(index)
			.accept()
			.receive(Wire.sessionCreated(), Wire.sessionUpdated());
		List<JsonNode> created = next.sent()
			.stream()
			.map(Wire::json)
			.filter((event) -> event.path("type").asString().equals("conversation.item.create"))
			.toList();
		created.forEach((event) -> next.receive(Wire.itemAdded(event)));
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		return created.stream().map((event) -> event.path("item").path("id").asString()).toList();
	}

}
