package io.realtime4j.spring.dispatch;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * The tasks of a pool of threads. It hands a task to the thread that became idle last, so
 * that as few threads as can do the work are kept awake and the others end; the queues of
 * the JDK that hold tasks wake the one that is idle for the longest time. A task that no
 * thread waits for is refused when offered, and kept when put.
 */
final class LastIdleFirstQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {

	private final Object monitor = new Object();

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final Deque<IdleThread> idle = new ArrayDeque<>();

	@Override
	public boolean offer(Runnable task) {
		return handOver(task, false);
	}

	@Override
	public void put(Runnable task) {
		handOver(task, true);
	}

	@Override
	public boolean offer(Runnable task, long timeout, TimeUnit unit) {
		return offer(task);
	}

	private boolean handOver(Runnable task, boolean keep) {
		IdleThread thread;
		synchronized (this.monitor) {
			thread = this.idle.poll();
			if (thread == null) {
				return keep && this.tasks.add(task);
			}
			thread.task = task;
		}
		LockSupport.unpark(thread.thread);
		return true;
	}

	@Override
	public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
		IdleThread own = new IdleThread(Thread.currentThread());
		synchronized (this.monitor) {
			Runnable task = this.tasks.poll();
			if (task != null) {
				return task;
			}
			this.idle.push(own);
		}
		return await(own, System.nanoTime() + unit.toNanos(timeout));
	}

	private @Nullable Runnable await(IdleThread own, long deadline) throws InterruptedException {
		while (own.task == null) {
			long rest = deadline - System.nanoTime();
			if (rest <= 0 && leave(own)) {
				return null;
			}
			LockSupport.parkNanos(this, rest);
			if (Thread.interrupted()) {
				if (leave(own)) {
					throw new InterruptedException();
				}
				// The task came first, and hears of it
				Thread.currentThread().interrupt();
				break;
			}
		}
		return own.task;
	}

	// Return whether no task was handed over until now
	private boolean leave(IdleThread own) {
		synchronized (this.monitor) {
			return this.idle.remove(own);
		}
	}

	@Override
	public Runnable take() throws InterruptedException {
		Runnable task = null;
		while (task == null) {
			task = poll(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
		}
		return task;
	}

	@Override
	public @Nullable Runnable poll() {
		synchronized (this.monitor) {
			return this.tasks.poll();
		}
	}

	@Override
	public @Nullable Runnable peek() {
		synchronized (this.monitor) {
			return this.tasks.peek();
		}
	}

	@Override
	public boolean remove(@Nullable Object task) {
		synchronized (this.monitor) {
			return this.tasks.remove(task);
		}
	}

	@Override
	public int size() {
		synchronized (this.monitor) {
			return this.tasks.size();
		}
	}

	@Override
	public Iterator<Runnable> iterator() {
		synchronized (this.monitor) {
			return List.copyOf(this.tasks).iterator();
		}
	}

	@Override
	public int remainingCapacity() {
		return Integer.MAX_VALUE;
	}

	@Override
	public int drainTo(Collection<? super Runnable> target) {
		return drainTo(target, Integer.MAX_VALUE);
	}

	@Override
	public int drainTo(Collection<? super Runnable> target, int max) {
		synchronized (this.monitor) {
			int count = 0;
			while (count < max && !this.tasks.isEmpty()) {
				target.add(this.tasks.remove());
				count++;
			}
			return count;
		}
	}

	/**
	 * A thread that waits for a task.
	 */
	private static final class IdleThread {

		private final Thread thread;

		private volatile @Nullable Runnable task;

		private IdleThread(Thread thread) {
			this.thread = thread;
		}

	}

}
