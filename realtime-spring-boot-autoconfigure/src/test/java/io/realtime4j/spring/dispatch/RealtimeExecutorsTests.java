package io.realtime4j.spring.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeExecutors} and {@link ElasticThreadPool}.
 */
class RealtimeExecutorsTests {

	private final ElasticThreadPool pool = new ElasticThreadPool(2, (task) -> new Thread(task, "test"));

	@AfterEach
	void shutDown() {
		this.pool.shutdownNow();
	}

	@Test
	void idleThreadIsTakenBeforeNewOneIsMade() {
		for (int i = 0; i < 10; i++) {
			this.pool.execute(() -> {
			});
			await().until(() -> this.pool.getActiveCount() == 0);
		}
		assertThat(this.pool.getLargestPoolSize()).isLessThanOrEqualTo(2);
	}

	@Test
	void tasksBeyondBoundWaitAndRun() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(5);
		for (int i = 0; i < 5; i++) {
			this.pool.execute(() -> {
				awaitQuietly(release);
				done.countDown();
			});
		}
		assertThat(this.pool.getPoolSize()).isEqualTo(2);
		assertThat(this.pool.getQueue()).hasSize(3);
		release.countDown();
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void threadThatWasIdleLastDoesAllThatOneCanDo() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		Set<Thread> busy = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 2; i++) {
			this.pool.execute(() -> {
				busy.add(Thread.currentThread());
				awaitQuietly(release);
			});
		}
		await().until(() -> busy.size() == 2);
		release.countDown();
		Set<Thread> taken = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 20; i++) {
			await().until(() -> busy.stream().allMatch((thread) -> thread.getState() == Thread.State.TIMED_WAITING));
			CountDownLatch done = new CountDownLatch(1);
			this.pool.execute(() -> {
				taken.add(Thread.currentThread());
				done.countDown();
			});
			assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(taken).hasSize(1);
	}

	@Test
	void noTaskWaitsWhileFewerThreadsThanTheBoundRun() throws InterruptedException {
		ElasticThreadPool large = new ElasticThreadPool(64, (task) -> new Thread(task, "test"));
		CountDownLatch release = new CountDownLatch(1);
		try {
			for (int round = 0; round < 64; round++) {
				CountDownLatch started = new CountDownLatch(1);
				large.execute(() -> {
					started.countDown();
					awaitQuietly(release);
				});
				assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
			}
			assertThat(large.getQueue()).isEmpty();
		}
		finally {
			release.countDown();
			large.shutdownNow();
		}
	}

	@Test
	void tasksAfterShutdownAreRejected() {
		this.pool.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.pool.execute(() -> {
		}));
	}

	@Test
	void platformThreadsHaveNames() throws InterruptedException {
		assertThat(name(new RealtimeExecutors(4, false))).startsWith("realtime-").doesNotStartWith("realtime-io-");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsHaveNames() throws InterruptedException {
		assertThat(name(new RealtimeExecutors(4, true))).startsWith("realtime-");
	}

	@Test
	void closedExecutorsRejectTasks() {
		RealtimeExecutors executors = new RealtimeExecutors(4, false);
		executors.destroy();
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> executors.listeners().execute(() -> {
			}));
		assertThat(executors.scheduler().isShutdown()).isTrue();
	}

	private static String name(RealtimeExecutors executors) throws InterruptedException {
		LinkedBlockingQueue<String> names = new LinkedBlockingQueue<>();
		executors.listeners().execute(() -> names.add(Thread.currentThread().getName()));
		String name = names.poll(10, TimeUnit.SECONDS);
		executors.destroy();
		return (name != null) ? name : "";
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
