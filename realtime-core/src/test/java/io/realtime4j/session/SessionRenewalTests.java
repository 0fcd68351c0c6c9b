package io.realtime4j.session;

import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for sessions that begin anew after they have ended.
 */
class SessionRenewalTests {

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeClient client = this.fixture.client();

	@Test
	void sessionThatHasEndedBeginsAnew() {
		RealtimeSession session = this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		this.fixture.greet();
		session.sendText("Hello");
		String id = session.id();
		end(session);
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.sendText("Too late"));
		session.renew();
		assertThat(session.state()).isEqualTo(SessionState.NEW);
		assertThat(session.id()).isNotEqualTo(id);
		assertThat(session.closed()).isNotDone();
		assertThat(session.conversation().entries()).isEmpty();
		assertThat(this.client.sessions()).containsExactly(session);
		session.sendText("Again");
		this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.transport.connection(1).sent()).last().asString().contains("Again");
		assertThat(this.fixture.listener.types()).containsSubsequence("realtime4j.session.connecting",
				"realtime4j.session.opened", "realtime4j.session.closed", "realtime4j.session.connecting",
				"realtime4j.session.opened");
	}

	@Test
	void attributesOfTheApplicationStay() {
		RealtimeSession session = this.client.open(SessionSpec.of(SessionFixture.SETTINGS));
		session.attributes().put("user", "u1");
		end(session);
		session.renew();
		assertThat(session.attributes()).containsEntry("user", "u1");
	}

	@Test
	void whatTakesPartBeginsAnewToo() {
		int[] made = new int[1];
		this.fixture.customizer((builder) -> builder.interceptor((session) -> {
			made[0]++;
			return SessionInterceptor.none();
		}));
		RealtimeSession session = this.fixture.connecting();
		end(session);
		session.renew();
		assertThat(made[0]).isEqualTo(2);
	}

	@Test
	void sessionThatHasNotEndedStaysAsItIs() {
		RealtimeSession session = this.client.create(SessionSpec.of(SessionFixture.SETTINGS));
		String id = session.id();
		session.renew();
		session.open();
		this.fixture.greet();
		session.renew();
		session.close();
		session.renew();
		assertThat(session.id()).isEqualTo(id);
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
	}

	@Test
	void listenerOfTheEndMayBeginAnew() {
		this.fixture.customizer((builder) -> builder
			.listener(new RecordingListener((session, message) -> beginAnewOnce(session, message))));
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(this.fixture.transport.attempts()).hasSize(2);
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
	}

	@Test
	void sessionsAtWorkAreCountedFromOpeningToTheEnd() {
		int[] atWork = new int[1];
		RealtimeClient counted = this.fixture.customizer((builder) -> builder.activity(new SessionActivity() {

			@Override
			public void begin() {
				atWork[0]++;
			}

			@Override
			public void end() {
				atWork[0]--;
			}

		})).client();
		RealtimeSession session = counted.create(SessionSpec.of(SessionFixture.SETTINGS));
		counted.create(SessionSpec.of(SessionFixture.SETTINGS)).close();
		assertThat(atWork[0]).isZero();
		session.open();
		assertThat(atWork[0]).isOne();
		this.fixture.greet();
		assertThat(atWork[0]).isOne();
		end(session);
		session.close();
		assertThat(atWork[0]).isZero();
		session.renew();
		session.open();
		assertThat(atWork[0]).isOne();
	}

	private static void beginAnewOnce(RealtimeSession session, Object message) {
		if (message instanceof SessionClosed && session.attributes().putIfAbsent("again", true) == null) {
			session.renew();
			session.open();
		}
	}

	private void end(RealtimeSession session) {
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
	}

}
