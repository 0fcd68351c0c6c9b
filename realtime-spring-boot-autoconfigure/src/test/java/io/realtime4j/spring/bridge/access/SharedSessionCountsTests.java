package io.realtime4j.spring.bridge.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.spring.bridge.SessionCountStore;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SharedSessionCounts}.
 */
class SharedSessionCountsTests {

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));

	private final Shared store = new Shared();

	private final Node one = new Node();

	private final Node other = new Node();

	@Test
	void nodesKnowOfEachOther() {
		this.one.has("ann", 2);
		this.other.has("ann", 1);
		this.one.tick();
		this.other.tick();
		this.one.tick();
		assertThat(this.one.counts.others("ann")).isOne();
		assertThat(this.other.counts.others("ann")).isEqualTo(2);
		assertThat(this.other.counts.others("bob")).isZero();
	}

	@Test
	void onlyWhatHasChangedIsWritten() {
		this.one.has("ann", 2);
		this.one.has("bob", 1);
		this.one.tick();
		this.one.has("ann", 3);
		this.one.has("bob", 0);
		this.one.tick();
		assertThat(this.store.changes).containsValues(3, 0).hasSize(2);
		this.one.tick();
		assertThat(this.store.changes).isEmpty();
	}

	@Test
	void namesOfUsersAreNotTold() {
		this.one.has("192.0.2.1", 2);
		this.one.tick();
		assertThat(this.store.changes).hasSize(1).doesNotContainKey("192.0.2.1");
	}

	@Test
	void nodeThatStopsOrSaysNothingDoesNotCount() {
		this.one.has("ann", 2);
		this.one.tick();
		this.other.tick();
		assertThat(this.other.counts.others("ann")).isEqualTo(2);
		this.one.counts.stop();
		this.other.tick();
		assertThat(this.other.counts.others("ann")).isZero();
	}

	@Test
	void limitsHoldForEachNodeWhileTheStoreFails() {
		this.one.has("ann", 2);
		this.one.tick();
		this.other.tick();
		this.store.failing = true;
		this.other.tick();
		assertThat(this.other.counts.others("ann")).isEqualTo(2);
		this.now.updateAndGet((time) -> time.plus(INTERVAL.multipliedBy(SharedSessionCounts.VALID_INTERVALS)));
		assertThat(this.other.counts.others("ann")).isZero();
		this.store.failing = false;
		this.one.tick();
		this.other.tick();
		assertThat(this.other.counts.others("ann")).isEqualTo(2);
	}

	@Test
	void nodeThatWasForgottenTellsEverythingAgain() {
		this.one.has("ann", 2);
		this.one.tick();
		this.store.counts.clear();
		this.one.tick();
		this.other.tick();
		assertThat(this.other.counts.others("ann")).isEqualTo(2);
	}

	/**
	 * A node that exchanges when a test says so.
	 */
	private final class Node {

		private final Map<String, Integer> sessions = new HashMap<>();

		private final SharedSessionCounts counts;

		private final Runnable exchange;

		Node() {
			TaskScheduler scheduler = mock(TaskScheduler.class);
			given(scheduler.getClock())
				.willAnswer((call) -> Clock.fixed(SharedSessionCountsTests.this.now.get(), ZoneOffset.UTC));
			this.counts = new SharedSessionCounts(SharedSessionCountsTests.this.store, INTERVAL, Runnable::run,
					scheduler);
			given(scheduler.scheduleWithFixedDelay(any(), any(Duration.class))).willReturn(mock());
			this.counts.start(() -> Map.copyOf(this.sessions), 1);
			ArgumentCaptor<Runnable> task = ArgumentCaptor.captor();
			then(scheduler).should().scheduleWithFixedDelay(task.capture(), any(Duration.class));
			this.exchange = task.getValue();
		}

		void has(String user, int number) {
			this.sessions.put(user, number);
			this.sessions.values().removeIf((count) -> count == 0);
		}

		void tick() {
			this.exchange.run();
		}

	}

	/**
	 * A store in memory.
	 */
	private static final class Shared implements SessionCountStore {

		private final Map<String, Map<String, Integer>> counts = new HashMap<>();

		private Map<String, Integer> changes = Map.of();

		private boolean failing;

		@Override
		public boolean write(String node, Map<String, Integer> changes, Instant time) {
			if (this.failing) {
				throw new IllegalStateException("no store");
			}
			this.changes = Map.copyOf(changes);
			boolean known = this.counts.containsKey(node);
			this.counts.computeIfAbsent(node, (id) -> new HashMap<>()).putAll(changes);
			return known;
		}

		@Override
		public Map<String, Integer> others(String node, Instant since, int atLeast, int limit) {
			Map<String, Integer> others = new HashMap<>();
			this.counts.forEach((id, users) -> {
				if (!id.equals(node)) {
					users.forEach((user, count) -> others.merge(user, count, Integer::sum));
				}
			});
			return others;
		}

		@Override
		public void deleteBefore(Instant time) {
		}

	}

}
