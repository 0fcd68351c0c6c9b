package io.realtime4j.session;

import java.util.ArrayDeque;
import java.util.Deque;

import io.realtime4j.session.context.SessionNotAdmittedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for sessions that begin while the application decides that none may.
 */
class SessionAdmissionTests {

	private final Deque<String> refusals = new ArrayDeque<>();

	private final SessionFixture fixture = new SessionFixture()
		.customizer((builder) -> builder.admission(this::refusal));

	private @Nullable String refusal() {
		String next = this.refusals.poll();
		return (next == null || next.isEmpty()) ? null : next;
	}

	@Test
	void sessionThatIsMadeWhileADrainBeginsIsEnded() {
		RealtimeClient client = this.fixture.client();
		// It is asked when the session is made, and once all can see it
		this.refusals.add("");
		this.refusals.add("drained");
		assertThatExceptionOfType(SessionNotAdmittedException.class)
			.isThrownBy(() -> client.open(SessionSpec.of(SessionFixture.SETTINGS)))
			.withMessage("drained");
		assertThat(client.sessions()).isEmpty();
		assertThat(this.fixture.transport.attempts()).isEmpty();
	}

	@Test
	void sessionThatBeginsAnewWhileADrainBeginsIsEnded() {
		RealtimeClient client = this.fixture.client();
		RealtimeSession session = client.create(SessionSpec.of(SessionFixture.SETTINGS));
		session.close();
		this.refusals.add("");
		this.refusals.add("drained");
		assertThatExceptionOfType(SessionNotAdmittedException.class).isThrownBy(session::renew);
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(client.sessions()).isEmpty();
	}

}
