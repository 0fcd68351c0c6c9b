package io.realtime4j.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for all methods of a session on many threads at once.
 */
@Timeout(60)
class SessionConcurrencyTests {

	private static final int THREADS = 8;

	private static final int ROUNDS = 200;

	@RepeatedTest(3)
	void everyMethodMayBeCalledByAnyThread() throws Exception {
		ExecutorService executor = Executors.newCachedThreadPool();
		try {
			SessionFixture fixture = new SessionFixture().executor(executor)
				.limits(new SessionLimits(20, 100_000, 100_000, Long.MAX_VALUE));
			AtomicBoolean inside = new AtomicBoolean();
			List<String> faults = Collections.synchronizedList(new ArrayList<>());
			fixture.customizer((builder) -> builder.listener(new RecordingListener((session, message) -> {
				if (!inside.compareAndSet(false, true)) {
					faults.add("two at once: " + message.type());
				}
				assertThat(session.conversation().items()).doesNotContainNull();
				inside.set(false);
			})));
			RealtimeSession session = fixture.opened();
			CompletableFuture<CloseCause> closed = session.closed();
			List<CompletableFuture<?>> futures = Collections.synchronizedList(new ArrayList<>());
			runAll(executor, fixture, session, futures);
			session.close();
			fixture.scheduler.advance(Duration.ofSeconds(5));
			assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(new ClosedByApplication());
			for (CompletableFuture<?> future : futures) {
				assertThat(future.handle((value, ex) -> "done").get(10, TimeUnit.SECONDS)).isEqualTo("done");
			}
			assertThat(faults).isEmpty();
			assertThat(fixture.connection().overlapped()).isFalse();
		}
		finally {
			executor.shutdown();
		}
		assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
	}

	@RepeatedTest(3)
	void listenersHearAllInOrderHoweverThreadsAreScheduled() throws Exception {
		ExecutorService executor = Executors.newCachedThreadPool();
		SessionFixture fixture = new SessionFixture().executor(executor)
			.limits(new SessionLimits(20, 100_000, 100, 100_000));
		RealtimeSession session = fixture.opened();
		for (int i = 0; i < 5000; i++) {
			fixture.connection().receive(Wire.textDelta(String.valueOf(i)));
		}
		session.close();
		fixture.connection().closed();
		executor.shutdown();
		assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		List<String> deltas = fixture.listener.all(ResponseOutputTextDelta.class)
			.stream()
			.map(ResponseOutputTextDelta::delta)
			.toList();
		assertThat(deltas).hasSize(5000).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
		assertThat(fixture.listener.types()).last().isEqualTo("realtime4j.session.closed");
		List<String> calls = fixture.connection().calls();
		assertThat(Collections.frequency(calls, "suspend") - Collections.frequency(calls, "resume")).isBetween(0, 1);
	}

	private static void runAll(ExecutorService executor, SessionFixture fixture, RealtimeSession session,
			List<CompletableFuture<?>> futures) throws Exception {
		CyclicBarrier start = new CyclicBarrier(THREADS + 1);
		List<Future<?>> tasks = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			tasks.add(executor.submit(() -> {
				start.await(10, TimeUnit.SECONDS);
				for (int round = 0; round < ROUNDS; round++) {
					use(session, futures, round);
				}
				return null;
			}));
		}
		tasks.add(executor.submit(() -> {
			start.await(10, TimeUnit.SECONDS);
			for (int round = 0; round < ROUNDS; round++) {
				fixture.connection()
					.receive(Wire.responseCreated("resp_" + round, null), Wire.userItem("item_" + round, "Hello"),
							Wire.textDelta("a"), Wire.sessionUpdated(), "nonsense", Wire.overlap(null),
							Wire.responseDone("resp_" + round, null));
			}
			return null;
		}));
		for (Future<?> task : tasks) {
			task.get(60, TimeUnit.SECONDS);
		}
	}

	private static void use(RealtimeSession session, List<CompletableFuture<?>> futures, int round) {
		session.open();
		session.sendText("Hello");
		session.appendAudio(new byte[96]);
		session.cancelResponse();
		session.attributes().put("round", round);
		futures.add(session.update(SessionFixture.SETTINGS));
		if (round % 10 == 0) {
			futures.add(session.respond());
			session.send(InputAudioBufferCommit.of());
		}
		assertThat(session.conversation().items().size()).isLessThanOrEqualTo((THREADS + 1) * ROUNDS + 1);
		assertThat(session.toString()).contains(session.id());
		assertThat(session.settings()).isNotNull();
	}

}
