package io.realtime4j.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.transport.ConnectionLost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for requests for responses and their futures.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#naming")
class SessionResponsesTests {

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
	void futureCompletesWithTheResponseOfItsRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode request = this.connection.expect("response.create");
		assertThat(Wire.metadata(request).path("client_event_id")).isEqualTo(request.path("event_id"));
		this.connection.receive(Wire.responseCreated("resp_1", Wire.metadata(request)));
		assertThat(future).isNotDone();
		this.connection.receive(Wire.responseDone("resp_1", Wire.metadata(request)));
		assertThat(idOf(future)).isEqualTo("resp_1");
	}

	@Test
	void responseOfASpokenTurnThatComesFirstIsNotTakenForTheRequested() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.speechStopped(), Wire.responseCreated("resp_vad", null),
				Wire.responseDone("resp_vad", null));
		assertThat(future).isNotDone();
		this.connection.receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
		assertThat(idOf(future)).isEqualTo("resp_1");
	}

	@Test
	void responseOfASpokenTurnThatComesSecondIsNotTakenForTheRequested() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_1", metadata), Wire.speechStopped(),
				Wire.responseDone("resp_1", "cancelled", metadata), Wire.responseCreated("resp_vad", null));
		assertThat(idOf(future)).isEqualTo("resp_1");
		this.connection.receive(Wire.responseDone("resp_vad", null));
		CompletableFuture<ResponseDone> next = this.session.respond();
		this.connection.expect("response.create");
		this.connection.receive(Wire.responseCreated("resp_vad2", null), Wire.responseDone("resp_vad2", null));
		assertThat(next).isNotDone();
	}

	@Test
	void metadataOfTheApplicationSurvives() {
		this.session
			.respond(ResponseSettings.builder().metadata(Map.of("topic", "x", "client_event_id", "mine")).build());
		assertThat(Wire.metadata(this.connection.expect("response.create")).properties()).hasSize(2)
			.anySatisfy((entry) -> assertThat(entry.getKey() + entry.getValue().asString()).isEqualTo("topicx"))
			.anySatisfy((entry) -> assertThat(entry.getValue().asString()).isEqualTo("mine"));
	}

	@Test
	void requestWithAllItsMetadataTakenIsKnownAgain() {
		respondAndFinish("resp_0");
		Map<String, String> metadata = new HashMap<>();
		for (int i = 0; i < 16; i++) {
			metadata.put("key" + i, "value");
		}
		CompletableFuture<ResponseDone> future = this.session
			.respond(ResponseSettings.builder().metadata(metadata).build());
		JsonNode sent = Wire.metadata(this.connection.expect("response.create"));
		assertThat(sent.propertyNames()).hasSize(16).doesNotContain("client_event_id");
		this.connection.receive(Wire.responseCreated("resp_1", sent), Wire.responseDone("resp_1", sent));
		assertThat(idOf(future)).isEqualTo("resp_1");
	}

	@Test
	void serverThatDoesNotRepeatMetadataIsUnderstood() {
		for (int i = 0; i < 3; i++) {
			CompletableFuture<ResponseDone> future = this.session.respond();
			this.connection.expect("response.create");
			this.connection.receive(Wire.bare(Wire.responseCreated("resp_" + i, null)),
					Wire.bare(Wire.responseDone("resp_" + i, null)));
			assertThat(idOf(future)).isEqualTo("resp_" + i);
		}
	}

	@Test
	void responseThatOnlyEndsCompletesItsRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseDone("resp_1", "failed", metadata));
		assertThat(idOf(future)).isEqualTo("resp_1");
		this.session.respond();
		this.connection.expect("response.create");
	}

	@Test
	void errorThatNamesTheRequestFailsItsFuture() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		CompletableFuture<ResponseDone> next = this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		this.connection.receive(Wire.error("invalid_value", "No such voice.", "response.audio.output.voice", id));
		assertThat(SessionFailureTests.failure(future)).isInstanceOfSatisfying(RealtimeErrorException.class, (ex) -> {
			assertThat(ex).hasMessage("No such voice. (invalid_value)");
			assertThat(ex.error().eventId()).isEqualTo(id);
		});
		assertThat(next).isNotDone();
		this.connection.expect("response.create");
	}

	@Test
	void errorThatNamesOnlyTheMemberFailsTheRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.receive(Wire.error("invalid_value", "No.", "response.modalities", null));
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(RealtimeErrorException.class);
	}

	@Test
	void otherErrorsFailNoRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.receive(Wire.error("invalid_value", "No.", "item.content", null),
				Wire.error(null, "Cancellation failed: no active response found", null, null),
				Wire.error("invalid_value", "No.", null, "event_of_another"));
		assertThat(future).isNotDone();
		this.connection.expect("response.create");
		this.connection.expectNothingMore();
	}

	@Test
	void requestsOutsideTheConversationGoAtOnce() {
		this.session.respond();
		this.connection.expect("response.create");
		CompletableFuture<ResponseDone> first = this.session.respond(outOfBand());
		CompletableFuture<ResponseDone> second = this.session.respond(outOfBand());
		JsonNode one = Wire.metadata(this.connection.expect("response.create"));
		JsonNode two = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.beside(Wire.responseCreated("resp_2", two)),
				Wire.beside(Wire.responseCreated("resp_1", one)), Wire.beside(Wire.responseDone("resp_1", one)),
				Wire.beside(Wire.responseDone("resp_2", two)));
		assertThat(idOf(first)).isEqualTo("resp_1");
		assertThat(idOf(second)).isEqualTo("resp_2");
	}

	@Test
	void sentRequestWaitsItsTurnLikeAnyOther() {
		this.session.respond();
		this.session.send(ResponseCreate.of().withEventId("mine"));
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.expectNothingMore();
		this.connection.receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
		assertThat(this.connection.expect("response.create").path("event_id").asString()).isEqualTo("mine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "failed", "incomplete", "cancelled", "completed", "new_in_2027" })
	void everyStatusCompletesTheFutureAndFreesTheConversation(String status) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_1", metadata),
				Wire.responseDone("resp_1", status, metadata));
		assertThat(future.join().response().status()).isEqualTo(new ResponseStatus(status));
		this.session.respond();
		this.connection.expect("response.create");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'failed','error':{'type':'server_error','code':'quota','message':'m'}}", "{}",
			"null", "'unimplemented'" })
	void everyShapeOfStatusDetailsCompletesTheFuture(String details) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		String done = Wire.responseDone("resp_1", "failed", metadata);
		this.connection.receive(Wire.responseCreated("resp_1", metadata),
				done.replace("\"status\":", "\"status_details\":" + details.replace('\'', '"') + ",\"status\":"));
		assertThat(idOf(future)).isEqualTo("resp_1");
		assertThat(future.join().outcome()).isInstanceOf(ResponseOutcome.Failed.class);
		assertThat(this.fixture.listener.all(FrameRejected.class)).isEmpty();
		assertThat(this.fixture.listener.all(ResponseFailed.class)).hasSize(1);
	}

	@Test
	void failedAnswerToASpokenTurnIsToldBehindItsEnd() {
		this.connection.receive(Wire.speechStopped(), Wire.responseCreated("resp_vad", null),
				Wire.responseDone("resp_vad", "failed", null));
		assertThat(this.fixture.listener.types()).endsWith("response.done", "realtime4j.session.response_failed");
		assertThat(this.fixture.listener.all(ResponseFailed.class)).singleElement()
			.isEqualTo(new ResponseFailed(this.fixture.listener.all(ResponseDone.class).get(0),
					new ResponseOutcome.Failed(null)));
	}

	@Test
	void cancelledResponseIsNoFailure() {
		this.connection.receive(Wire.responseCreated("resp_1", null), Wire.responseDone("resp_1", "cancelled", null));
		assertThat(this.fixture.listener.all(ResponseFailed.class)).isEmpty();
	}

	@Test
	void endOfTheSessionFailsAllFuturesWithTheCause() {
		CompletableFuture<ResponseDone> running = this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_1", metadata));
		CompletableFuture<ResponseDone> waiting = this.session.respond();
		CompletableFuture<ResponseDone> sent = this.session.respond(outOfBand());
		this.connection.end(new ConnectionLost("reset"));
		for (CompletableFuture<ResponseDone> future : List.of(running, waiting, sent)) {
			assertThat(SessionFailureTests.failure(future)).isInstanceOfSatisfying(SessionClosedException.class,
					(ex) -> assertThat(ex.closeCause()).isEqualTo(this.session.closed().join()));
		}
		this.session.cancelResponse();
		this.session.interrupt();
	}

	@Test
	void cancelNamesTheResponseThatRuns() {
		this.session.cancelResponse();
		this.connection.expectNothingMore();
		this.connection.receive(Wire.responseCreated("resp_1", null), Wire.textDelta("a"));
		this.session.cancelResponse();
		assertThat(this.connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
		this.connection.receive(Wire.responseDone("resp_1", "cancelled", null));
		this.session.interrupt();
		this.connection.expectNothingMore();
	}

	@Test
	void cancelDoesNotConcernResponsesBesideTheConversation() {
		this.session.respond(outOfBand());
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.beside(Wire.responseCreated("resp_b", metadata)));
		this.session.cancelResponse();
		this.connection.expectNothingMore();
	}

	@Test
	void requestsThatWaitAreBounded() {
		SessionFixture small = new SessionFixture().limits(new SessionLimits(100, 10_000, 5, 10_000));
		RealtimeSession bounded = small.opened();
		List<CompletableFuture<ResponseDone>> futures = new ArrayList<>();
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> {
			for (int i = 0; i < 100; i++) {
				futures.add(bounded.respond());
			}
		});
		assertThat(futures).hasSize(6);
		for (int i = 0; i < 6; i++) {
			JsonNode metadata = Wire.metadata(small.connection().expect("response.create"));
			small.connection()
				.receive(Wire.responseCreated("resp_" + i, metadata), Wire.responseDone("resp_" + i, metadata));
		}
		assertThat(futures).allSatisfy((future) -> assertThat(future).isCompleted());
	}

	@Test
	void networkNeverFailsBecauseTheOutboxIsFull() {
		SessionFixture small = new SessionFixture().limits(new SessionLimits(100, 10_000, 2, 10_000));
		RealtimeSession bounded = small.opened();
		ScriptedConnection narrow = small.connection();
		bounded.respond();
		bounded.respond();
		JsonNode metadata = Wire.metadata(narrow.expect("response.create"));
		narrow.holdSends();
		bounded.sendText("in flight");
		bounded.sendText("one");
		bounded.sendText("two");
		narrow.receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
		while (narrow.inFlight()) {
			narrow.completeSend();
		}
		assertThat(narrow.types()).endsWith("conversation.item.create", "conversation.item.create", "response.create");
	}

	@Test
	void futuresNeverCompleteOnTheNetworkThread() throws Exception {
		ExecutorService executor = Executors.newSingleThreadExecutor((task) -> new Thread(task, "listeners"));
		try {
			SessionFixture threaded = new SessionFixture().executor(executor);
			RealtimeSession other = threaded.connecting();
			CountDownLatch registered = new CountDownLatch(1);
			executor.execute(() -> awaitQuietly(registered));
			CompletableFuture<String> opened = other.open().thenApply((it) -> Thread.currentThread().getName());
			ScriptedConnection network = threaded.greet();
			CompletableFuture<String> done = other.respond().thenApply((it) -> Thread.currentThread().getName());
			CompletableFuture<String> failed = other.respond(outOfBand())
				.handle((it, ex) -> Thread.currentThread().getName());
			CompletableFuture<String> closed = other.closed().thenApply((it) -> Thread.currentThread().getName());
			JsonNode metadata = Wire.metadata(network.expect("response.create"));
			network.receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
			network.end(new ConnectionLost("reset"));
			registered.countDown();
			for (CompletableFuture<String> future : List.of(opened, done, failed, closed)) {
				assertThat(future.get(10, TimeUnit.SECONDS)).isEqualTo("listeners");
			}
		}
		finally {
			executor.shutdown();
		}
	}

	private void respondAndFinish(String id) {
		this.session.respond();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated(id, metadata), Wire.responseDone(id, metadata));
	}

	private static ResponseSettings outOfBand() {
		return ResponseSettings.builder().conversation(ResponseConversation.NONE).build();
	}

	private static @Nullable String idOf(CompletableFuture<ResponseDone> future) {
		assertThat(future).isCompleted();
		return future.join().response().id();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
