package io.realtime4j.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.audio.G711;
import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.speech.Answer;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for questions and their answers.
 */
class AskTests {

	private static final byte[] SAMPLES = { 1, 2, 3, 4, 5, 6, 7, 8 };

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void answerHoldsTextSpeechAndUsage(@TempDir Path directory) throws Exception {
		CompletableFuture<Answer> future = this.fixture.opened().ask("What time is it?");
		begin("resp_1");
		receive(audio("resp_1", SAMPLES), audio("resp_1", SAMPLES), done("resp_1", "completed", "Noon."));
		Answer answer = now(future);
		assertThat(answer.text()).isEqualTo("Noon.");
		assertThat(answer.last().response().id()).isEqualTo("resp_1");
		assertThat(answer.outcome().isCompleted()).isTrue();
		assertThat(answer.usage().totalTokens()).isEqualTo(7);
		assertThat(answer.speech().sampleRate()).isEqualTo(24_000);
		assertThat(answer.audio().bytes()).hasSize(16).startsWith(SAMPLES).endsWith(SAMPLES);
		answer.writeWav(directory.resolve("answer.wav"));
		assertThat(WavFile.read(directory.resolve("answer.wav"))).isEqualTo(answer.speech());
	}

	@Test
	void speechIsReadInTheFormatOfTheSession() {
		RealtimeSession session = this.fixture.opened();
		ObjectNode updated = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) updated.get("session")).putObject("audio")
			.putObject("output")
			.putObject("format")
			.put("type", "audio/pcmu");
		receive(updated.toString());
		CompletableFuture<Answer> future = session.ask("Hello");
		begin("resp_1");
		receive(audio("resp_1", SAMPLES), done("resp_1", "completed", "Hello."));
		assertThat(now(future).speech()).isEqualTo(Pcm.of(8000, G711.decodeUlaw(SAMPLES)));
	}

	@Test
	void halfASampleAtTheEndOfAPartDoesNotShiftTheNext() {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		String odd = audio("resp_1", new byte[] { 1, 2, 3 });
		receive(odd, audio("resp_1", new byte[] { 4, 5 }), odd.replace("item_resp_1", "item_2"),
				done("resp_1", "completed", "Hello."));
		assertThat(now(future).speech().audio().bytes()).containsExactly(1, 2, 3, 4, 1, 2);
	}

	@Test
	void speechOfOtherResponsesIsNotTheAnswers() {
		RealtimeSession session = this.fixture.opened();
		receive(Wire.responseCreated("resp_vad", null));
		CompletableFuture<Answer> future = session.ask("Hello");
		receive(audio("resp_vad", SAMPLES), done("resp_vad", "completed", "Other."));
		begin("resp_1");
		receive(done("resp_1", "completed", "Hello."));
		assertThat(now(future).text()).isEqualTo("Hello.");
		assertThat(now(future).audio().size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancelled", "failed", "incomplete" })
	void answerTellsHowItEnded(String status) {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		receive(done("resp_1", status, "Hel"));
		assertThat(now(future).outcome().summary()).startsWith(status);
		assertThat(now(future).text()).isEqualTo("Hel");
	}

	@Test
	void interruptionEndsTheAnswer() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<Answer> future = session.ask("Hello");
		begin("resp_1");
		session.interrupt();
		this.fixture.connection().expect("response.cancel");
		receive(done("resp_1", "cancelled", "Hel"));
		assertThat(now(future).outcome()).isInstanceOf(ResponseOutcome.Cancelled.class);
	}

	@Test
	void questionThatIsNotSentYetIsWithdrawn() {
		RealtimeSession session = this.fixture.connecting();
		CompletableFuture<Answer> future = session.ask("Hello");
		future.cancel(true);
		this.fixture.greet();
		this.fixture.connection().expect("conversation.item.create");
		this.fixture.connection().expectNothingMore();
		CompletableFuture<ResponseDone> next = session.respond();
		begin("resp_1");
		receive(done("resp_1", "completed", "Next."));
		assertThat(now(next).text()).isEqualTo("Next.");
	}

	@Test
	void questionThatWaitsItsTurnIsWithdrawn() {
		RealtimeSession session = this.fixture.opened();
		session.respond();
		CompletableFuture<Answer> future = session.ask("Hello");
		CompletableFuture<ResponseDone> last = session.respond();
		begin("resp_1");
		future.cancel(true);
		receive(done("resp_1", "completed", "First."));
		begin("resp_2");
		receive(done("resp_2", "completed", "Last."));
		assertThat(now(last).text()).isEqualTo("Last.");
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void answerThatIsBeingGivenIsCancelled() {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		future.cancel(true);
		assertThat(this.fixture.connection().expect("response.cancel").path("response_id").asString())
			.isEqualTo("resp_1");
		receive(done("resp_1", "cancelled", ""));
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void answerThatIsAboutToBeginIsCancelledWhenItDoes() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<Answer> future = session.ask("Hello");
		this.fixture.connection().expect("conversation.item.create");
		JsonNode metadata = Wire.metadata(this.fixture.connection().expect("response.create"));
		future.cancel(true);
		this.fixture.connection().expectNothingMore();
		receive(Wire.responseCreated("resp_1", metadata));
		assertThat(this.fixture.connection().expect("response.cancel").path("response_id").asString())
			.isEqualTo("resp_1");
		receive(done("resp_1", "cancelled", ""));
		session.respond();
		this.fixture.connection().expect("response.create");
	}

	@Test
	void waitingNoLongerCancelsNothing() {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		future.completeExceptionally(new TimeoutException());
		this.fixture.connection().expectNothingMore();
		receive(done("resp_1", "completed", "Hello."));
	}

	@Test
	void cancellingAnAnswerThatIsThereDoesNothing() {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		receive(done("resp_1", "completed", "Hello."));
		future.cancel(true);
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void connectionThatIsLostWhileTheModelSpeaksFailsTheAnswer() {
		this.fixture.reconnect(policy());
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(ConnectionLostException.class);
	}

	@Test
	void questionThatWaitsIsAnsweredOverTheNextConnection() {
		this.fixture.reconnect(policy());
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		CompletableFuture<Answer> future = session.ask("Hello");
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		ScriptedConnection again = this.fixture.transport.connection(1);
		again.accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		again.expect("session.update");
		again.expect("conversation.item.create");
		JsonNode metadata = Wire.metadata(again.expect("response.create"));
		again.receive(Wire.responseCreated("resp_1", metadata), done("resp_1", "completed", "Hello."));
		assertThat(now(future).text()).isEqualTo("Hello.");
	}

	@Test
	void silentServerFailsTheAnswer() {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response().multipliedBy(2));
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(AnswerTimeoutException.class);
	}

	@Test
	void callThatNobodyAnswersFailsTheAnswer() {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		call("resp_1");
		assertThat(future).isNotDone();
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response().multipliedBy(2));
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(AnswerTimeoutException.class);
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).hasSize(1);
	}

	@Test
	void serverThatAnswersCallsItselfGoesOnWithTheAnswer() {
		CompletableFuture<Answer> future = this.fixture.opened().ask("Hello");
		begin("resp_1");
		call("resp_1");
		ObjectNode added = Wire.event("conversation.item.added").putNull("previous_item_id");
		added.putObject("item")
			.put("id", "item_o")
			.put("type", "function_call_output")
			.put("call_id", "call_1")
			.put("output", "{}");
		receive(added.toString(), Wire.responseCreated("resp_2", null), audio("resp_2", SAMPLES),
				done("resp_2", "completed", "Done."));
		assertThat(now(future).text()).isEqualTo("Done.");
		assertThat(now(future).audio().bytes()).isEqualTo(SAMPLES);
	}

	@Test
	void closedSessionTakesNoQuestion() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<Answer> future = session.ask("Hello");
		this.fixture.connection().closed();
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(SessionClosedException.class);
		assertThat(future.orTimeout(1, TimeUnit.SECONDS)).isCompletedExceptionally();
	}

	private static ReconnectPolicy policy() {
		return new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ZERO, null);
	}

	private static <T> T now(CompletableFuture<T> future) {
		assertThat(future).isDone();
		return future.join();
	}

	private void begin(String responseId) {
		ScriptedConnection connection = this.fixture.connection();
		String request = connection.sent()
			.stream()
			.filter((text) -> text.contains("\"response.create\""))
			.reduce((one, other) -> other)
			.orElseThrow();
		connection.skip();
		receive(Wire.responseCreated(responseId, Wire.metadata(Wire.json(request))));
	}

	private void call(String responseId) {
		ObjectNode event = (ObjectNode) Wire.json(Wire.responseDone(responseId, null));
		((ObjectNode) event.get("response")).putArray("output").add(Wire.json(Wire.functionCall("item_c", "call_1")));
		receive(event.toString());
	}

	private static String done(String responseId, String status, String text) {
		ObjectNode event = (ObjectNode) Wire.json(Wire.responseDone(responseId, status, null));
		ObjectNode response = (ObjectNode) event.get("response");
		response.putObject("usage").put("total_tokens", 7);
		response.putArray("output").add(Wire.json(Wire.spokenAnswer("item_" + responseId, "completed", text)));
		return event.toString();
	}

	private static String audio(String responseId, byte[] samples) {
		return Wire.event("response.output_audio.delta")
			.put("response_id", responseId)
			.put("item_id", "item_" + responseId)
			.put("output_index", 0)
			.put("content_index", 0)
			.put("delta", samples)
			.toString();
	}

	private void receive(String... texts) {
		this.fixture.connection().receive(texts);
	}

}
