package io.realtime4j.session;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScriptedTransport} and {@link ScriptedConnection}.
 */
class ScriptedTransportTests {

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void unexpectedTextIsToldByItsIndex() {
		this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection().accept().receive(Wire.sessionCreated());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(connection::expectNothingMore)
			.withMessageStartingWith("sent[0]: expected nothing but was {");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> connection.expect("response.create"))
			.withMessageStartingWith("sent[0]: expected response.create but was {\"type\":\"session.update\"");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> connection.expect("response.create"))
			.withMessage("sent[1]: expected response.create but nothing more was sent: [session.update]");
	}

	@Test
	void missingConnectionAndSendAreTold() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.fixture::connection)
			.withMessageContaining("there were 0");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.fixture.transport.connection(1))
			.withMessage("connection[1]: expected but there were only 0");
		this.fixture.connecting();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.fixture.connection()::completeSend)
			.withMessageContaining("none after");
	}

	@Test
	void keysAreNotKept() {
		this.fixture.connecting();
		assertThat(this.fixture.transport.attempt(0).credentialsGiven()).isTrue();
		assertThat(this.fixture.transport.attempts().toString()).contains("Authorization").doesNotContain("CANARY");
	}

	@Test
	void serverCanBeToldToSayLessOrNothing() {
		this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		int before = this.fixture.listener.types().size();
		this.fixture.transport.voice(ServerVoice.without("response.created"));
		connection.receive(Wire.responseCreated("resp_1", null), Wire.textDelta("a"));
		this.fixture.transport.voice(ServerVoice.silent());
		connection.receive(Wire.textDelta("b"));
		assertThat(this.fixture.listener.types()).hasSize(before + 1).last().isEqualTo("response.output_text.delta");
	}

}
