package io.realtime4j.session;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link RealtimeClient} and {@link SessionSpec}.
 */
class RealtimeClientTests {

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeClient client = this.fixture.client();

	@Test
	void sessionsAreThoseThatHaveNotEnded() {
		RealtimeSession first = this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		RealtimeSession second = this.client.create(SessionSpec.of(SessionFixture.SETTINGS));
		assertThat(this.client.sessions()).containsExactlyInAnyOrder(first, second);
		assertThat(first.id()).isNotEqualTo(second.id());
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(this.client.sessions()).containsExactly(second);
		second.close();
		assertThat(this.client.sessions()).isEmpty();
	}

	@Test
	void closeClosesAllSessions() {
		this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		this.client.create(SessionSpec.of(SessionFixture.SETTINGS));
		for (int i = 0; i < 2; i++) {
			this.fixture.transport.connection(i).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		}
		this.client.close();
		for (int i = 0; i < 2; i++) {
			assertThat(this.fixture.transport.connection(i).calls()).containsExactly("close 1000");
			this.fixture.transport.connection(i).closed();
		}
		assertThat(this.client.sessions()).isEmpty();
		this.client.close();
	}

	@Test
	void sessionsShareNothing() {
		RealtimeSession first = this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		RealtimeSession second = this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		this.fixture.transport.connection(0).end(new ConnectionLost("reset"));
		this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		assertThat(first.state()).isEqualTo(SessionState.CLOSED);
		assertThat(second.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void attributesBeginWithThoseOfTheSpecAndAreTheSessionsOwn() {
		SessionSpec spec = SessionSpec.builder(SessionFixture.SETTINGS).attribute("user", "u1").build();
		RealtimeSession session = this.client.create(spec);
		session.attributes().put("call", 7);
		assertThat(session.attributes()).containsOnly(Map.entry("user", "u1"), Map.entry("call", 7));
		assertThat(this.client.create(spec).attributes()).containsOnlyKeys("user");
	}

	@Test
	void sessionShowsNoSecrets() {
		RealtimeSession session = this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		assertThat(session).hasToString("RealtimeSession[id=" + session.id() + ", state=CONNECTING]");
	}

	@Test
	void executorsAreRequired() {
		RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("https://host"), Dialect.GA, Map::of, false);
		DefaultRealtimeClient.Builder builder = DefaultRealtimeClient.builder(this.fixture.transport, endpoint);
		assertThatNullPointerException().isThrownBy(builder::build).withMessageContaining("listenerExecutor");
		builder.listenerExecutor(Runnable::run);
		assertThatNullPointerException().isThrownBy(builder::build).withMessageContaining("scheduler");
	}

	@Test
	void specNeedsSettingsOrACall() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SessionSpec(null, null, null, false, List.of(), List.of(), Map.of()));
		assertThat(SessionSpec.sideband("rtc_1").build().callId()).isEqualTo("rtc_1");
	}

}
