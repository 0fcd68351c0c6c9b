package io.realtime4j.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for servers that do not begin a response, or do not go on with it.
 */
class SilentResponsesTests {

	private static final Duration TIMEOUT = SessionFixture.TIMEOUTS.response();

	private static final Duration ACKNOWLEDGEMENT = SessionFixture.TIMEOUTS.acknowledgement();

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	private final ScriptedConnection connection = this.fixture.connection();

	@Test
	void requestThatIsNotAnsweredFailsAndTheNextOneGoesOut() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		CompletableFuture<ResponseDone> next = this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		advance(TIMEOUT.minusMillis(1));
		assertThat(future).isNotDone();
		advance(Duration.ofMillis(1));
		assertThat(SessionFailureTests.failure(future)).isInstanceOfSatisfying(AnswerTimeoutException.class, (ex) -> {
			assertThat(ex.awaited()).isEqualTo("response.created");
			assertThat(ex.timeout()).isEqualTo(TIMEOUT);
			assertThat(ex).hasMessageContaining("did not send response.created for 60000 ms")
				.hasMessageContaining("realtime.response-timeout");
		});
		assertThat(this.connection.expect("response.cancel").has("response_id")).isFalse();
		JsonNode request = this.connection.expect("response.create");
		assertThat(this.fixture.listener.all(AnswerTimedOut.class))
			.containsExactly(new AnswerTimedOut("response.created", TIMEOUT, id, null));
		this.connection.receive(Wire.responseCreated("resp_2", Wire.metadata(request)),
				Wire.responseDone("resp_2", Wire.metadata(request)));
		assertThat(next).isCompleted();
	}

	@Test
	void responseThatDoesNotEndIsCancelledAndTheNextOneGoesOut() {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		this.session.respond();
		advance(TIMEOUT);
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(AnswerTimeoutException.class)
			.hasMessageContaining("response.done");
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
		this.connection.expect("response.create");
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).singleElement()
			.satisfies((event) -> assertThat(event.responseId()).isEqualTo("resp_1"));
	}

	@Test
	void progressOfAResponseRenewsTheWait() {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		for (int i = 0; i < 10; i++) {
			advance(TIMEOUT.minusSeconds(1));
			this.connection.receive(Wire.textDelta("a"));
		}
		assertThat(future).isNotDone();
		advance(TIMEOUT.multipliedBy(2));
		assertThat(future).isCompletedExceptionally();
	}

	@Test
	void progressOfAResponseThatWasNotToldToBeginRenewsTheWait() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		for (int i = 0; i < 10; i++) {
			advance(TIMEOUT.minusSeconds(1));
			this.connection.receive(Wire.textDelta("a"));
		}
		assertThat(future).isNotDone();
	}

	@Test
	void progressOfAnotherResponseRenewsNothing() {
		CompletableFuture<ResponseDone> future = begin("resp_other");
		for (int i = 0; i < 3; i++) {
			advance(TIMEOUT.dividedBy(2));
			this.connection.receive(Wire.textDelta("of resp_1"));
		}
		assertThat(future).isCompletedExceptionally();
	}

	@Test
	void responseThatNobodyAskedForDoesNotBlockForEver() {
		this.connection.receive(Wire.responseCreated("resp_vad", null));
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.expectNothingMore();
		advance(TIMEOUT);
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_vad");
		this.connection.expect("response.create");
		assertThat(future).isNotDone();
	}

	@Test
	void cancelledResponseHasToEndSoon() {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		this.session.cancelResponse();
		this.connection.expect("response.cancel");
		this.session.respond();
		advance(ACKNOWLEDGEMENT);
		assertThat(future).isCompletedExceptionally();
		this.connection.expect("response.create");
	}

	@Test
	void responseBesideTheConversationEndsToo() {
		CompletableFuture<ResponseDone> unanswered = this.session.respond(beside());
		CompletableFuture<ResponseDone> unended = this.session.respond(beside());
		this.connection.expect("response.create");
		JsonNode request = this.connection.expect("response.create");
		this.connection.receive(Wire.beside(Wire.responseCreated("resp_2", Wire.metadata(request))));
		advance(TIMEOUT);
		assertThat(unanswered).isCompletedExceptionally();
		assertThat(unended).isCompletedExceptionally();
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_2");
		this.connection.expectNothingMore();
	}

	@Test
	void responseThatBeginsAfterItsRequestWasGivenUpIsCancelled() {
		this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		advance(TIMEOUT);
		this.connection.expect("response.cancel");
		this.connection.receive(Wire.responseCreated("resp_late", metadata));
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_late");
		this.session.respond();
		this.connection.expectNothingMore();
		this.connection.receive(Wire.responseDone("resp_late", "cancelled", metadata));
		this.connection.expect("response.create");
	}

	@Test
	void endOfAResponseThatWasGivenUpIsNotThatOfTheNext() {
		begin("resp_1");
		advance(TIMEOUT);
		this.connection.expect("response.cancel");
		CompletableFuture<ResponseDone> next = this.session.respond();
		this.connection.expect("response.create");
		this.connection.receive(Wire.bare(Wire.responseDone("resp_1", null)));
		assertThat(next).isNotDone();
	}

	@Test
	void refusedCancelOfAResponseThatWasGivenUpIsNobodysBusiness() {
		begin("resp_1");
		advance(TIMEOUT);
		String cancel = this.connection.expect("response.cancel").path("event_id").asString();
		this.connection.receive(Wire.error("response_cancel_not_active", "No active response.", null, cancel));
		assertThat(this.fixture.listener.all(ErrorEvent.class)).isEmpty();
	}

	@Test
	void overlapWithAResponseThatNeverEndsIsLeftBehind() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		this.connection.receive(Wire.overlap(id));
		this.connection.expectNothingMore();
		advance(TIMEOUT);
		this.connection.expect("response.cancel");
		JsonNode again = this.connection.expect("response.create");
		this.connection.receive(Wire.responseCreated("resp_1", Wire.metadata(again)),
				Wire.responseDone("resp_1", Wire.metadata(again)));
		assertThat(future).isCompleted();
	}

	@Test
	void timeBeforeTheRequestIsSentDoesNotCount() {
		this.connection.holdSends();
		this.session.sendText("Hello");
		CompletableFuture<ResponseDone> future = this.session.respond();
		advance(TIMEOUT.multipliedBy(2));
		assertThat(future).isNotDone();
		this.connection.releaseSends();
		advance(TIMEOUT);
		assertThat(future).isCompletedExceptionally();
	}

	@Test
	void sessionCanBeClosedInOrderWhileARequestIsNotAnswered() {
		this.session.respond();
		closesInOrder();
	}

	@Test
	void sessionCanBeClosedInOrderWhileAResponseDoesNotEnd() {
		begin("resp_1");
		closesInOrder();
	}

	private void closesInOrder() {
		this.session.close();
		advance(SessionFixture.TIMEOUTS.close().minusMillis(1));
		assertThat(this.connection.calls()).containsExactly("close 1000");
		this.connection.closed();
		assertThat(this.session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	private CompletableFuture<ResponseDone> begin(String responseId) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode request = this.connection.expect("response.create");
		this.connection.receive(Wire.responseCreated(responseId, Wire.metadata(request)));
		return future;
	}

	private void advance(Duration duration) {
		this.fixture.scheduler.advance(duration);
	}

	private static ResponseSettings beside() {
		return ResponseSettings.builder().conversation(ResponseConversation.NONE).build();
	}

}
