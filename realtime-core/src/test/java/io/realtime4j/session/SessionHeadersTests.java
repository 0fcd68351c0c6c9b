package io.realtime4j.session;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.context.SessionHeaders;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.KeepAlive;
import org.jspecify.annotations.Nullable;
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

	@Test
	void headersAreAskedForOnThreadsOfTheirOwn() {
		QueuedExecutor own = new QueuedExecutor();
		SessionSpec spec = SessionSpec.of(SessionFixture.SETTINGS);
		RealtimeSession session = client(new OwnThreads(this::headers, own)).open(spec);
		this.executor.runAll();
		assertThat(this.asked).isEmpty();
		own.runAll();
		assertThat(this.asked).containsExactly(spec);
		assertThat(this.transport.attempts()).hasSize(1);
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		this.transport.connection().closed();
		this.executor.runAll();
	}

	@Test
	void askingIsInterruptedWhenOpeningTimesOut() throws Exception {
		ExecutorService own = Executors.newSingleThreadExecutor();
		CountDownLatch asking = new CountDownLatch(1);
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		SessionHeaders hanging = (spec) -> {
			asking.countDown();
			try {
				interrupted.complete(new CountDownLatch(1).await(60, TimeUnit.SECONDS));
			}
			catch (InterruptedException ex) {
				interrupted.complete(true);
			}
			return Map.of();
		};
		try {
			RealtimeSession session = client(new OwnThreads(hanging, own))
				.open(SessionSpec.of(SessionFixture.SETTINGS));
			assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
			this.scheduler.advance(SessionFixture.TIMEOUTS.open());
			assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
			assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		}
		finally {
			own.shutdownNow();
			this.executor.runAll();
		}
		assertThat(own.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.transport.attempts()).isEmpty();
	}

	private Map<String, String> headers(@Nullable Object spec) {
		this.asked.add(spec);
		return Map.of("Authorization", "Bearer " + this.asked.size());
	}

	private RealtimeClient client() {
		return client(this::headers);
	}

	private RealtimeClient client(SessionHeaders headers) {
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

	/**
	 * Headers with an executor.
	 *
	 * @param target gives the headers
	 * @param executor runs what asks
	 */
	private record OwnThreads(SessionHeaders target, Executor executor) implements SessionHeaders {

		@Override
		public Map<String, String> get(@Nullable Object spec) {
			return this.target.get(spec);
		}

	}

}
