package io.realtime4j.session.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.QueuedExecutor;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionResumed;
import io.realtime4j.session.SessionSuspended;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Inbox}.
 */
class InboxTests {

	private final QueuedExecutor executor = new QueuedExecutor();

	private final List<RealtimeMessage> delivered = new ArrayList<>();

	private final List<String> pressure = new ArrayList<>();

	@Test
	void fullByEventsSuspendsOnceAndResumesAtHalf() {
		Inbox inbox = inbox(10, 1_000_000);
		put(inbox, 30);
		assertThat(this.pressure).containsExactly("suspend");
		this.executor.runNext();
		assertThat(this.pressure).containsExactly("suspend", "resume");
		assertThat(deltas()).isEqualTo(numbers(30));
		assertThat(all(SessionSuspended.class)).containsExactly(new SessionSuspended(11, 11));
		assertThat(all(SessionResumed.class)).hasSize(1);
	}

	@Test
	void fullByBytesSuspendsOnceAndResumesAtHalf() {
		Inbox inbox = inbox(1000, 100);
		put(inbox, 150);
		assertThat(this.pressure).containsExactly("suspend");
		this.executor.runNext();
		assertThat(this.delivered).hasSize(64);
		assertThat(this.pressure).containsExactly("suspend");
		this.executor.runAll();
		assertThat(this.pressure).containsExactly("suspend", "resume");
		assertThat(deltas()).isEqualTo(numbers(150));
		assertThat(all(SessionSuspended.class)).containsExactly(new SessionSuspended(101, 101));
	}

	@Test
	void resumesNotBeforeHalfIsDelivered() {
		Inbox inbox = inbox(200, 1_000_000);
		put(inbox, 201);
		this.executor.runNext();
		assertThat(this.pressure).containsExactly("suspend");
		this.executor.runNext();
		assertThat(this.pressure).containsExactly("suspend", "resume");
	}

	@Test
	void suspendsAgainWhenItFillsAgain() {
		Inbox inbox = inbox(10, 1_000_000);
		put(inbox, 11);
		this.executor.runAll();
		put(inbox, 11);
		this.executor.runAll();
		assertThat(this.pressure).containsExactly("suspend", "resume", "suspend", "resume");
		assertThat(all(SessionSuspended.class)).hasSize(2);
		assertThat(all(SessionResumed.class)).hasSize(2);
	}

	@Test
	void batchesLetOthersRun() {
		Inbox first = inbox(10_000, 1_000_000);
		put(first, 200);
		this.executor.execute(() -> this.pressure.add("other after " + this.delivered.size()));
		this.executor.runAll();
		assertThat(this.pressure).containsExactly("other after 64");
		assertThat(this.delivered).hasSize(200);
	}

	@Test
	void oneTaskDeliversAtATime() {
		Inbox inbox = inbox(10_000, 1_000_000);
		put(inbox, 50);
		assertThat(this.executor.size()).isEqualTo(1);
		this.executor.runAll();
		put(inbox, 1);
		assertThat(this.executor.size()).isEqualTo(1);
	}

	@Test
	void sessionClosedIsTheLastThoughTheInboxIsFull() {
		Inbox inbox = inbox(10, 1_000_000);
		put(inbox, 10);
		inbox.put(new SessionClosed(new ClosedByApplication()), null);
		put(inbox, 5);
		this.executor.runAll();
		assertThat(this.delivered).hasSize(11).last().isInstanceOf(SessionClosed.class);
	}

	@Test
	void sessionClosedIsTheLastThoughReadingWasSuspended() {
		Inbox inbox = inbox(10, 1_000_000);
		put(inbox, 20);
		inbox.put(new SessionClosed(new ClosedByApplication()), null);
		this.executor.runAll();
		assertThat(this.delivered).last().isInstanceOf(SessionClosed.class);
		assertThat(all(SessionResumed.class)).isEmpty();
	}

	@Test
	void executorWithoutRoomDelaysButDropsNothing() {
		Inbox inbox = inbox(1000, 1_000_000);
		this.executor.rejecting(true);
		put(inbox, 5);
		this.executor.rejecting(false);
		put(inbox, 1);
		this.executor.runAll();
		assertThat(this.delivered).hasSize(6);
	}

	@Test
	void batchGoesOnWhenTheExecutorHasNoRoomForTheNext() {
		Inbox inbox = inbox(1000, 1_000_000);
		put(inbox, 200);
		this.executor.rejecting(true);
		this.executor.runNext();
		assertThat(this.delivered).hasSize(200);
	}

	@Test
	void executorThatIsShutDownHoldsNothingAndDoesNotStopReading() {
		ExecutorService gone = Executors.newSingleThreadExecutor();
		gone.shutdown();
		Inbox inbox = new Inbox(new SessionLimits(10, 1_000_000, 1, 1), executor(gone),
				(entry) -> this.delivered.add(entry.message()), new Recorder());
		put(inbox, 1000);
		assertThat(this.delivered).isEmpty();
		assertThat(this.pressure).isEmpty();
	}

	private Inbox inbox(int events, long bytes) {
		return new Inbox(new SessionLimits(events, bytes, 1, 1), executor(this.executor),
				(entry) -> this.delivered.add(entry.message()), new Recorder());
	}

	private static SessionExecutor executor(Executor target) {
		return new SessionExecutor(target, UnaryOperator.identity());
	}

	private static void put(Inbox inbox, int count) {
		for (int i = 0; i < count; i++) {
			inbox.put(new ResponseOutputTextDelta(null, "resp_1", "item_1", 0, 0, String.valueOf(i)), "x");
		}
	}

	private List<String> deltas() {
		return all(ResponseOutputTextDelta.class).stream().map(ResponseOutputTextDelta::delta).toList();
	}

	private <T> List<T> all(Class<T> type) {
		return this.delivered.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static List<String> numbers(int count) {
		return IntStream.range(0, count).mapToObj(String::valueOf).toList();
	}

	private final class Recorder implements Inbox.Pressure {

		@Override
		public void suspend() {
			InboxTests.this.pressure.add("suspend");
		}

		@Override
		public void resume() {
			InboxTests.this.pressure.add("resume");
		}

	}

}
