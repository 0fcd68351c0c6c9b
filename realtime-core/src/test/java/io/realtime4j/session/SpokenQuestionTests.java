package io.realtime4j.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.speech.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for questions that are spoken.
 */
class SpokenQuestionTests {

	private static final String STOPPED = Wire.speechStopped();

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	@Test
	void silenceFollowsUntilTheServerHasHeardTheEnd() {
		CompletableFuture<Answer> answer = ask();
		speak();
		long question = appends();
		this.fixture.scheduler.advance(Duration.ofMillis(400));
		assertThat(appends()).isGreaterThan(question);
		receive(STOPPED, Wire.audioCommitted());
		long silence = appends();
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		assertThat(appends()).isEqualTo(silence);
		receive(Wire.responseCreated("resp_1", null), done("resp_1", "completed", "Noon."));
		assertThat(answer).isCompleted();
		assertThat(answer.getNow(null).text()).isEqualTo("Noon.");
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void silenceInTheRecordingIsEnough() {
		CompletableFuture<Answer> answer = ask();
		receive(Wire.speechStarted(), STOPPED, Wire.audioCommitted(), Wire.responseCreated("resp_1", null));
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		long question = appends();
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		assertThat(appends()).isEqualTo(question);
		receive(done("resp_1", "completed", "Noon."));
		assertThat(answer.getNow(null).text()).isEqualTo("Noon.");
	}

	@Test
	void pauseInTheQuestionMakesOneAnswer() {
		CompletableFuture<Answer> answer = ask();
		receive(Wire.speechStarted(), STOPPED, Wire.audioCommitted(), Wire.responseCreated("resp_1", null),
				Wire.speechStarted(), done("resp_1", "cancelled", "Wh"));
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		assertThat(answer).isNotDone();
		receive(STOPPED, Wire.audioCommitted(), Wire.responseCreated("resp_2", null),
				done("resp_2", "completed", "Noon."));
		assertThat(answer).isCompleted();
		assertThat(answer.getNow(null).text()).isEqualTo("Noon.");
	}

	@Test
	void endOfTheSourceIsTheEndOfAManualTurn() {
		ObjectNode updated = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) updated.get("session")).putObject("audio").putObject("input").putNull("turn_detection");
		receive(updated.toString());
		CompletableFuture<Answer> answer = ask();
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		assertThat(this.fixture.connection().types()).endsWith("input_audio_buffer.commit", "response.create");
		JsonNode request = Wire.json(this.fixture.connection().sent().get(this.fixture.connection().sent().size() - 1));
		receive(Wire.audioCommitted(), Wire.responseCreated("resp_1", Wire.metadata(request)),
				done("resp_1", "completed", "Noon."));
		assertThat(answer).isCompleted();
		assertThat(answer.getNow(null).text()).isEqualTo("Noon.");
	}

	@Test
	void responseIsAskedForWhereTheServerGivesNoneByItself() {
		ObjectNode updated = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) updated.get("session")).putObject("audio")
			.putObject("input")
			.putObject("turn_detection")
			.put("type", "server_vad")
			.put("create_response", false);
		receive(updated.toString());
		CompletableFuture<Answer> answer = ask();
		speak();
		receive(STOPPED, Wire.audioCommitted());
		assertThat(this.fixture.connection().types()).endsWith("response.create");
		receive(done("resp_1", "completed", "Noon."));
		assertThat(answer).isCompleted();
	}

	@Test
	void interruptedAnswerIsTheAnswer() {
		CompletableFuture<Answer> answer = ask();
		speak();
		receive(STOPPED, Wire.audioCommitted(), Wire.responseCreated("resp_1", null));
		this.session.interrupt();
		receive(done("resp_1", "cancelled", "No"));
		assertThat(answer).isCompleted();
		assertThat(answer.getNow(null).outcome()).isInstanceOf(ResponseOutcome.Cancelled.class);
	}

	@Test
	void serverThatHearsNobodyFailsTheAnswer() {
		CompletableFuture<Answer> answer = ask();
		this.fixture.scheduler.advance(Duration.ofSeconds(15));
		assertThat(SessionFailureTests.failure(answer)).isInstanceOf(AnswerTimeoutException.class);
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void serverThatNeverEndsTheTurnFailsTheAnswer() {
		CompletableFuture<Answer> answer = ask();
		speak();
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response().multipliedBy(3));
		assertThat(SessionFailureTests.failure(answer)).isInstanceOf(AnswerTimeoutException.class);
	}

	@Test
	void cancellingEndsTheSoundAndClearsIt() {
		CompletableFuture<Answer> answer = ask();
		this.fixture.scheduler.advance(Duration.ofMillis(300));
		long given = appends();
		answer.cancel(true);
		this.fixture.scheduler.advance(Duration.ofSeconds(3));
		assertThat(appends()).isEqualTo(given);
		assertThat(this.fixture.connection().types()).endsWith("input_audio_buffer.clear");
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void cancellingCancelsTheAnswerThatIsBeingGiven() {
		CompletableFuture<Answer> answer = ask();
		speak();
		receive(STOPPED, Wire.audioCommitted(), Wire.responseCreated("resp_1", null));
		answer.cancel(true);
		assertThat(this.fixture.connection().types()).endsWith("response.cancel");
	}

	@Test
	void endOfTheSessionFailsTheAnswer() {
		CompletableFuture<Answer> answer = ask();
		this.fixture.scheduler.advance(Duration.ofMillis(300));
		this.fixture.connection().closed();
		assertThat(SessionFailureTests.failure(answer)).isInstanceOf(SessionClosedException.class);
	}

	private CompletableFuture<Answer> ask() {
		return this.session.ask(AudioSource.of(Pcm.of(24_000, new byte[48_000])));
	}

	// The server hears the whole question, and no end
	private void speak() {
		receive(Wire.speechStarted());
		this.fixture.scheduler.advance(Duration.ofMillis(1_100));
	}

	private long appends() {
		return this.fixture.connection().types().stream().filter("input_audio_buffer.append"::equals).count();
	}

	private static String done(String responseId, String status, String text) {
		ObjectNode event = (ObjectNode) Wire.json(Wire.responseDone(responseId, status, null));
		((ObjectNode) event.get("response")).putArray("output")
			.add(Wire.json(Wire.spokenAnswer("item_" + responseId, "completed", text)));
		return event.toString();
	}

	private void receive(String... texts) {
		this.fixture.connection().receive(texts);
	}

}
