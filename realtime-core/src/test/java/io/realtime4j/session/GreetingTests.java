package io.realtime4j.session;

import java.time.Duration;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.transport.Closed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the words that the model says first.
 */
class GreetingTests {

	private static final Greeting GREETING = Greeting.ofInstructions("Welcome the caller.");

	private final SessionFixture fixture = new SessionFixture().reconnect(ReconnectPolicy.defaults());

	@Test
	void greetingIsAskedForWhenTheSettingsAreAcknowledged() {
		open(GREETING);
		ScriptedConnection connection = this.fixture.connection();
		connection.accept().receive(Wire.sessionCreated());
		connection.expect("session.update");
		connection.expectNothingMore();
		connection.receive(Wire.sessionUpdated());
		assertThat(instructions(connection)).isEqualTo("Welcome the caller.");
		connection.expectNothingMore();
	}

	@Test
	void greetingComesBeforeWhatTheApplicationAsksForMeanwhile() {
		RealtimeSession session = open(GREETING);
		session.respond();
		ScriptedConnection connection = this.fixture.greet();
		JsonNode greeting = connection.expect("response.create");
		assertThat(greeting.at("/response/instructions").asString()).isEqualTo("Welcome the caller.");
		connection.expectNothingMore();
		connection.receive(Wire.responseCreated("resp_1", Wire.metadata(greeting)),
				Wire.responseDone("resp_1", Wire.metadata(greeting)));
		assertThat(connection.expect("response.create").at("/response/instructions").isMissingNode()).isTrue();
	}

	@Test
	void fixedWordsAreAskedForAsTheyAre() {
		open(Greeting.ofText("Grand Hotel, good evening."));
		assertThat(instructions(this.fixture.greet())).endsWith(": Grand Hotel, good evening.");
	}

	@Test
	void greetingIsNotRepeatedOnAnotherConnection() {
		open(GREETING);
		JsonNode greeting = this.fixture.greet().expect("response.create");
		this.fixture.connection()
			.receive(Wire.responseCreated("resp_1", Wire.metadata(greeting)),
					Wire.responseDone("resp_1", Wire.metadata(greeting)))
			.end(new Closed(1011, ""));
		reopen().expectNothingMore();
	}

	@Test
	void greetingThatWasNotSentIsAskedForOnTheNextConnection() {
		open(GREETING);
		this.fixture.connection().end(new Closed(1011, ""));
		assertThat(instructions(reopen())).isEqualTo("Welcome the caller.");
	}

	@Test
	void greetingDoesNotOpenASessionThatIsNotUsed() {
		RealtimeSession session = this.fixture.client()
			.create(SessionSpec.builder(SessionFixture.SETTINGS).greeting(GREETING).build());
		assertThat(session.state()).isEqualTo(SessionState.NEW);
		assertThat(this.fixture.transport.attempts()).isEmpty();
	}

	@Test
	void failedGreetingIsTold() {
		open(GREETING);
		JsonNode greeting = this.fixture.greet().expect("response.create");
		this.fixture.connection()
			.receive(Wire.responseCreated("resp_1", Wire.metadata(greeting)),
					Wire.responseDone("resp_1", "failed", Wire.metadata(greeting)));
		assertThat(this.fixture.listener.all(ResponseFailed.class)).extracting(ResponseFailed::done)
			.containsExactlyElementsOf(this.fixture.listener.all(ResponseDone.class));
	}

	@Test
	void transcriptionSessionCannotGreet() {
		SessionSpec.Builder spec = SessionSpec.builder(TranscriptionSessionSettings.builder().build())
			.greeting(GREETING);
		assertThatIllegalArgumentException().isThrownBy(spec::build).withMessageContaining("greet");
	}

	private RealtimeSession open(Greeting greeting) {
		return this.fixture.client().open(SessionSpec.builder(SessionFixture.SETTINGS).greeting(greeting).build());
	}

	private ScriptedConnection reopen() {
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		ScriptedConnection connection = this.fixture.transport.connection(1);
		connection.accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		connection.expect("session.update");
		return connection;
	}

	private static String instructions(ScriptedConnection connection) {
		return connection.expect("response.create").at("/response/instructions").asString();
	}

}
