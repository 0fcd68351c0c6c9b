package io.realtime4j.spring.dispatch;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool that takes the thread that became idle last, makes a new one up to a bound where
 * all are busy, and only then lets tasks wait. Idle threads end.
 */
final class ElasticThreadPool extends ThreadPoolExecutor {

	private static final long KEEP_ALIVE_SECONDS = 30;

	private final LastIdleFirstQueue tasks;

	ElasticThreadPool(int maxThreads, ThreadFactory threadFactory) {
		this(maxThreads, threadFactory, new LastIdleFirstQueue());
	}

	private ElasticThreadPool(int maxThreads, ThreadFactory threadFactory, LastIdleFirstQueue tasks) {
		super(0, maxThreads, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, tasks, threadFactory, (task, pool) -> {
			tasks.put(task);
			if (pool.isShutdown() && tasks.remove(task)) {
				throw new RejectedExecutionException("The threads for listeners are shut down");
			}
		});
		this.tasks = tasks;
	}

	@Override
	public void execute(Runnable task) {
		try {
			super.execute(task);
		}
		catch (RuntimeException | Error ex) {
			// No thread is on its way for it
			this.tasks.callNext();
			throw ex;
		}
	}

	@Override
	protected void beforeExecute(Thread thread, Runnable task) {
		if (this.tasks.arrived(task) && !isShutdown() && getPoolSize() < getMaximumPoolSize()) {
			startThreadForNext();
		}
	}

	private void startThreadForNext() {
		Runnable next = this.tasks.poll();
		if (next == null) {
			return;
		}
		try {
			execute(next);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// A thread that is at work takes it when it has done so
			this.tasks.put(next);
		}
	}

}
