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
 * the JDK that hold tasks wake the one that is idle for the longest time.
 * <p>
 * One thread is called at a time, and calls the next before it begins: a burst of tasks
 * costs those who offer them no more than adding to a queue, and threads that become idle
 * meanwhile do the work without being woken. A task is refused when offered only where a
 * thread has to be started for it, which counts as called.
 */
final class LastIdleFirstQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {

	private final Object monitor = new Object();

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final Deque<IdleThread> idle = new ArrayDeque<>();

	// The task of the thread that is on its way, null where none is
	private @Nullable Runnable expected;

	@Override
	public boolean offer(Runnable task) {
		IdleThread thread;
		synchronized (this.monitor) {
			if (this.expected != null) {
				return this.tasks.add(task);
			}
			this.expected = task;
			thread = this.idle.poll();
			if (thread == null) {
				return false;
			}
			thread.task = task;
		}
		LockSupport.unpark(thread.thread);
		return true;
	}

	@Override
	public void put(Runnable task) {
		synchronized (this.monitor) {
			this.tasks.add(task);
		}
		callNext();
	}

	@Override
	public boolean offer(Runnable task, long timeout, TimeUnit unit) {
		return offer(task);
	}

	/**
	 * Tell that a thread begins with a task. If it is the one that was called, the next
	 * is called.
	 * @param task the task that begins
	 * @return whether a thread has to be started for a task that waits
	 */
	boolean arrived(Runnable task) {
		synchronized (this.monitor) {
			if (!task.equals(this.expected)) {
				return false;
			}
		}
		return callNext();
	}

	/**
	 * Call a thread for the task that waits for the longest time. Nobody is on the way
	 * any more.
	 * @return whether a thread has to be started for that task
	 */
	boolean callNext() {
		IdleThread thread;
		synchronized (this.monitor) {
			this.expected = null;
			if (this.tasks.isEmpty()) {
				return false;
			}
			thread = this.idle.poll();
			if (thread == null) {
				return true;
			}
			Runnable task = this.tasks.remove();
			this.expected = task;
			thread.task = task;
		}
		LockSupport.unpark(thread.thread);
		return false;
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
