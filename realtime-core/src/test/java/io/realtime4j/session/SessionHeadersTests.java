package io.realtime4j.session;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.context.SessionHeaders;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.KeepAlive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionHeaders}, which may take long.
 */
class SessionHeadersTests {

	private final ScriptedTransport transport = new ScriptedTransport();

	private final ManualScheduler scheduler = new ManualScheduler();

	private final QueuedExecutor executor = new QueuedExecutor();

	private final List<Object> asked = new ArrayList<>();

	@Test
	void headersAreAskedForOnAListenerThreadWithWhatTheSessionShallBe() {
		SessionSpec spec = SessionSpec.of(SessionFixture.SETTINGS);
		RealtimeSession session = client().open(spec);
		assertThat(this.asked).isEmpty();
		this.executor.runAll();
		assertThat(this.asked).containsExactly(spec);
		assertThat(this.transport.attempts()).hasSize(1);
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		this.transport.connection().closed();
		this.executor.runAll();
	}

	@Test
	void openingDoesNotWaitForHeadersThatNeverCome() {
		RealtimeSession session = client().open(SessionSpec.of(SessionFixture.SETTINGS));
		this.scheduler.advance(SessionFixture.TIMEOUTS.open());
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		this.executor.runAll();
		assertThat(session.closed().join()).isInstanceOf(OpenTimedOut.class);
		assertThat(this.transport.attempts()).isEmpty();
		assertThat(this.scheduler.pending()).isZero();
	}

	@Test
	void sessionThatIsClosedMeanwhileDoesNotConnect() {
		RealtimeSession session = client().open(SessionSpec.of(SessionFixture.SETTINGS));
		session.close();
		this.scheduler.advance(SessionFixture.TIMEOUTS.close());
		this.executor.runAll();
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(this.transport.attempts()).isEmpty();
		assertThat(this.scheduler.pending()).isZero();
	}

	private RealtimeClient client() {
		SessionHeaders headers = (spec) -> {
			this.asked.add(spec);
			return Map.of("Authorization", "Bearer " + this.asked.size());
		};
		return DefaultRealtimeClient
			.builder(this.transport,
					new RealtimeEndpoint(URI.create("https://api.example.com/v1"), Dialect.GA, headers, false))
			.listenerExecutor(this.executor)
			.scheduler(this.scheduler)
			.timeouts(SessionFixture.TIMEOUTS)
			.keepAlive(KeepAlive.none())
			.reconnect(ReconnectPolicy.none())
			.build();
	}

}
