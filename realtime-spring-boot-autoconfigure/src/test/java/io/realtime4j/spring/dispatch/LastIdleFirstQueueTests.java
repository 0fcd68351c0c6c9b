package io.realtime4j.spring.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LastIdleFirstQueue}.
 */
@Timeout(60)
class LastIdleFirstQueueTests {

	private static final Runnable FIRST = () -> {
	};

	private static final Runnable SECOND = () -> {
	};

	private final LastIdleFirstQueue queue = new LastIdleFirstQueue();

	private final List<Thread> threads = new ArrayList<>();

	private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

	@AfterEach
	void interruptThreads() {
		this.threads.forEach(Thread::interrupt);
	}

	@Test
	void taskGoesToTheThreadThatBecameIdleLast() throws InterruptedException {
		idle("a");
		idle("b");
		idle("c");
		assertThat(this.queue.offer(FIRST)).isTrue();
		assertThat(this.taken.take()).isEqualTo("c");
		this.queue.arrived(FIRST);
		assertThat(this.queue.offer(SECOND)).isTrue();
		assertThat(this.taken.take()).isEqualTo("b");
	}

	@Test
	void offeredTaskIsRefusedWhereNobodyWaits() {
		assertThat(this.queue.offer(FIRST)).isFalse();
		assertThat(this.queue).isEmpty();
	}

	@Test
	void putTaskWaitsForAThread() throws InterruptedException {
		this.queue.put(FIRST);
		this.queue.put(SECOND);
		assertThat(this.queue).containsExactly(FIRST, SECOND);
		assertThat(this.queue.poll(0, TimeUnit.NANOSECONDS)).isSameAs(FIRST);
		assertThat(this.queue.poll(0, TimeUnit.NANOSECONDS)).isSameAs(SECOND);
		assertThat(this.queue.poll(1, TimeUnit.NANOSECONDS)).isNull();
	}

	@Test
	void putTaskIsHandedToAThreadThatWaits() throws InterruptedException {
		idle("a");
		this.queue.put(FIRST);
		assertThat(this.taken.take()).isEqualTo("a");
		assertThat(this.queue).isEmpty();
	}

	@Test
	void taskWaitsForTheThreadThatIsOnItsWayWhichCallsTheNext() throws InterruptedException {
		idle("a");
		idle("b");
		assertThat(this.queue.offer(FIRST)).isTrue();
		assertThat(this.queue.offer(SECOND)).isTrue();
		assertThat(this.taken.take()).isEqualTo("b");
		assertThat(this.queue).containsExactly(SECOND);
		assertThat(this.queue.arrived(FIRST)).isFalse();
		assertThat(this.taken.take()).isEqualTo("a");
		assertThat(this.queue).isEmpty();
	}

	@Test
	void threadToBeStartedIsOnItsWayToo() {
		assertThat(this.queue.offer(FIRST)).isFalse();
		assertThat(this.queue.offer(SECOND)).isTrue();
		assertThat(this.queue.arrived(SECOND)).isFalse();
		assertThat(this.queue.arrived(FIRST)).isTrue();
		assertThat(this.queue).containsExactly(SECOND);
	}

	@Test
	void threadThatTakesTheNextTaskItselfCallsNobody() throws InterruptedException {
		idle("a");
		assertThat(this.queue.offer(FIRST)).isTrue();
		assertThat(this.queue.offer(SECOND)).isTrue();
		assertThat(this.queue.poll(0, TimeUnit.NANOSECONDS)).isSameAs(SECOND);
		assertThat(this.queue.arrived(SECOND)).isFalse();
		assertThat(this.queue.arrived(FIRST)).isFalse();
	}

	@Test
	void threadThatWaitedLongEnoughIsNotTaken() throws InterruptedException {
		assertThat(this.queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
		assertThat(this.queue.offer(FIRST)).isFalse();
	}

	@Test
	void threadThatIsInterruptedIsNotTaken() throws InterruptedException {
		Thread thread = idle("a");
		thread.interrupt();
		thread.join();
		assertThat(this.queue.offer(FIRST)).isFalse();
	}

	@Test
	void tasksThatWaitAreDrained() {
		this.queue.put(FIRST);
		this.queue.put(SECOND);
		List<Runnable> drained = new ArrayList<>();
		assertThat(this.queue.drainTo(drained, 1)).isEqualTo(1);
		assertThat(this.queue.drainTo(drained)).isEqualTo(1);
		assertThat(drained).containsExactly(FIRST, SECOND);
	}

	private Thread idle(String name) {
		Thread thread = new Thread(() -> takeOne(name), name);
		this.threads.add(thread);
		thread.start();
		await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
		return thread;
	}

	private void takeOne(String name) {
		try {
			@Nullable Runnable task = this.queue.poll(1, TimeUnit.MINUTES);
			if (task != null) {
				this.taken.add(name);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
