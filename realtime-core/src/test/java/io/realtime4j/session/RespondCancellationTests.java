package io.realtime4j.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.speech.Answer;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests for a response that are cancelled by their futures.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#naming")
class RespondCancellationTests {

	@Parameter
	private ServerVoice voice;

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	private final ScriptedConnection connection = this.fixture.connection();

	@BeforeEach
	void speak() {
		this.fixture.transport.voice(this.voice);
	}

	@Test
	void requestThatWaitsItsTurnIsTakenBack() {
		this.session.respond();
		CompletableFuture<ResponseDone> future = this.session.respond(formal());
		CompletableFuture<ResponseDone> last = this.session.respond();
		JsonNode running = Wire.metadata(this.connection.expect("response.create"));
		future.cancel(true);
		this.connection.receive(Wire.responseCreated("resp_1", running), Wire.responseDone("resp_1", running));
		JsonNode next = this.connection.expect("response.create");
		assertThat(next.path("response").has("instructions")).isFalse();
		this.connection.receive(Wire.responseCreated("resp_2", Wire.metadata(next)),
				Wire.responseDone("resp_2", Wire.metadata(next)));
		assertThat(last.join().response().id()).isEqualTo("resp_2");
		this.connection.expectNothingMore();
	}

	@Test
	void requestOfASessionThatIsNotOpenIsTakenBack() {
		SessionFixture slow = new SessionFixture();
		RealtimeSession connecting = slow.connecting();
		CompletableFuture<ResponseDone> future = connecting.respond();
		CompletableFuture<ResponseDone> beside = connecting.respond(beside());
		future.cancel(true);
		beside.cancel(true);
		slow.greet();
		slow.connection().expectNothingMore();
		connecting.respond();
		slow.connection().expect("response.create");
	}

	@Test
	void responseThatRunsIsCancelled() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = begin("resp_1");
		future.cancel(true);
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
		assertThat(future.cancel(true)).isTrue();
		this.session.respond();
		this.connection.expectNothingMore();
		this.connection.receive(Wire.responseDone("resp_1", "cancelled", metadata));
		this.connection.expect("response.create");
	}

	@Test
	void responseBesideTheConversationIsCancelledAlone() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = begin("resp_1");
		CompletableFuture<ResponseDone> beside = this.session.respond(beside());
		begin("resp_2");
		beside.cancel(true);
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_2");
		this.connection.receive(Wire.responseDone("resp_1", metadata));
		assertThat(future).isCompleted();
		this.connection.expectNothingMore();
	}

	@Test
	void responseThatIsAboutToBeginIsCancelledWhenItDoes() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		future.cancel(true);
		this.connection.expectNothingMore();
		this.connection.receive(Wire.responseCreated("resp_1", metadata), Wire.textDelta("a"));
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
		this.connection.receive(Wire.responseDone("resp_1", "cancelled", metadata));
		this.session.respond();
		this.connection.expect("response.create");
	}

	@Test
	void serverThatNeverAnswersIsWaitedForNoLongerThanEver() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		CompletableFuture<ResponseDone> next = this.session.respond();
		this.connection.expect("response.create");
		future.cancel(true);
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response());
		this.connection.expect("response.cancel");
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_2", metadata), Wire.responseDone("resp_2", metadata));
		assertThat(next.join().response().id()).isEqualTo("resp_2");
		assertThat(future).isCancelled();
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).hasSize(1);
	}

	@Test
	void serverThatNeverEndsWhatWasCancelledIsWaitedForShortly() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		begin("resp_1");
		future.cancel(true);
		this.connection.expect("response.cancel");
		this.session.respond();
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.acknowledgement());
		this.connection.expect("response.create");
	}

	@Test
	void responseThatIsThereIsNotCancelled() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = begin("resp_1");
		this.connection.receive(Wire.responseDone("resp_1", metadata));
		assertThat(future.cancel(true)).isFalse();
		assertThat(future).isCompleted();
		this.connection.expectNothingMore();
	}

	@Test
	void waitingNoLongerCancelsNothing() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		begin("resp_1");
		future.completeExceptionally(new TimeoutException());
		this.connection.expectNothingMore();
	}

	@Test
	void responseThatOthersWantIsKept() {
		this.session.respond();
		JsonNode running = begin("resp_1");
		CompletableFuture<ResponseDone> future = this.session.respond();
		CompletableFuture<ResponseDone> followUp = this.session.followUp();
		CompletableFuture<ResponseDone> other = this.session.followUp();
		future.cancel(true);
		other.cancel(true);
		this.connection.receive(Wire.responseDone("resp_1", running));
		JsonNode metadata = begin("resp_2");
		this.connection.receive(Wire.responseDone("resp_2", metadata));
		assertThat(followUp.join().response().id()).isEqualTo("resp_2");
		this.connection.expectNothingMore();
	}

	@Test
	void responseThatNobodyWantsAnyMoreIsTakenBack() {
		this.session.respond();
		JsonNode running = begin("resp_1");
		CompletableFuture<ResponseDone> one = this.session.followUp();
		CompletableFuture<ResponseDone> other = this.session.followUp();
		one.cancel(true);
		other.cancel(true);
		this.connection.receive(Wire.responseDone("resp_1", running));
		this.connection.expectNothingMore();
	}

	@Test
	void questionLeavesAFollowUpThatHasJoinedIt() {
		this.session.respond();
		JsonNode running = begin("resp_1");
		CompletableFuture<Answer> question = this.session.ask("Hello");
		this.connection.expect("conversation.item.create");
		CompletableFuture<ResponseDone> followUp = this.session.followUp();
		question.cancel(true);
		this.connection.receive(Wire.responseDone("resp_1", running));
		JsonNode metadata = begin("resp_2");
		this.connection.receive(Wire.responseDone("resp_2", metadata));
		assertThat(followUp.join().response().id()).isEqualTo("resp_2");
		this.connection.expectNothingMore();
	}

	@Test
	void cancellingAfterTheEndOfTheConnectionDoesNothing() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		begin("resp_1");
		this.connection.end(new ConnectionLost("reset"));
		assertThat(future.cancel(true)).isFalse();
	}

	private JsonNode begin(String responseId) {
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated(responseId, metadata),
				Wire.textDelta("a").replace("resp_1", responseId));
		return metadata;
	}

	private static ResponseSettings formal() {
		return ResponseSettings.builder().instructions("Be formal.").build();
	}

	private static ResponseSettings beside() {
		return ResponseSettings.builder().conversation(ResponseConversation.NONE).build();
	}

}
