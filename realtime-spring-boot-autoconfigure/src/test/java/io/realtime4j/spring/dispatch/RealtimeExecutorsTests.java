package io.realtime4j.spring.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

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

	private final AtomicBoolean startable = new AtomicBoolean(true);

	private final ElasticThreadPool large = new ElasticThreadPool(64, this::quiet);

	@AfterEach
	void shutDown() {
		this.pool.shutdownNow();
		this.large.shutdownNow();
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
		await().until(() -> this.pool.getPoolSize() == 2 && this.pool.getQueue().size() == 3);
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
		CountDownLatch release = new CountDownLatch(1);
		for (int i = 0; i < 64; i++) {
			assertThat(block(1, release).await(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(this.large.getQueue()).isEmpty();
		release.countDown();
	}

	@Test
	void eachTaskOfABurstGetsAThread() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			CountDownLatch release = new CountDownLatch(1);
			assertThat(block(64, release).await(10, TimeUnit.SECONDS)).isTrue();
			release.countDown();
			await().until(() -> this.large.getActiveCount() == 0);
		}
	}

	@Test
	void tasksThatFailDoNotKeepOthersWaiting() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		for (int i = 0; i < 32; i++) {
			this.large.execute(() -> {
				throw new IllegalStateException("planned");
			});
		}
		assertThat(block(64, release).await(10, TimeUnit.SECONDS)).isTrue();
		release.countDown();
	}

	@Test
	void threadThatCannotBeStartedIsNotWaitedFor() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		assertThat(block(1, release).await(10, TimeUnit.SECONDS)).isTrue();
		this.startable.set(false);
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> this.large.execute(() -> {
		}));
		this.startable.set(true);
		assertThat(block(1, release).await(10, TimeUnit.SECONDS)).isTrue();
		release.countDown();
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

	// Counts down as often as there are tasks, of which each has a thread until the
	// release
	private CountDownLatch block(int tasks, CountDownLatch release) {
		CountDownLatch started = new CountDownLatch(tasks);
		for (int i = 0; i < tasks; i++) {
			this.large.execute(() -> {
				started.countDown();
				awaitQuietly(release);
			});
		}
		return started;
	}

	private Thread quiet(Runnable task) {
		if (!this.startable.get()) {
			throw new OutOfMemoryError("planned: no room for a thread");
		}
		Thread thread = new Thread(task, "test");
		thread.setUncaughtExceptionHandler((failed, ex) -> {
		});
		return thread;
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
