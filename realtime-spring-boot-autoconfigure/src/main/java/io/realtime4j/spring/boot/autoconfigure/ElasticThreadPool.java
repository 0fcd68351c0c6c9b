package io.realtime4j.spring.boot.autoconfigure;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool that takes an idle thread where there is one, makes a new one up to a bound
 * where all are busy, and only then lets tasks wait. Idle threads end.
 */
final class ElasticThreadPool extends ThreadPoolExecutor {

	private static final long KEEP_ALIVE_SECONDS = 30;

	ElasticThreadPool(int maxThreads, ThreadFactory threadFactory) {
		super(0, maxThreads, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new HandOverQueue(), threadFactory,
				ElasticThreadPool::enqueue);
	}

	private static void enqueue(Runnable task, ThreadPoolExecutor pool) {
		if (pool.isShutdown()) {
			throw new RejectedExecutionException("The threads for listeners are shut down");
		}
		((HandOverQueue) pool.getQueue()).enqueue(task);
	}

	/**
	 * A queue that at first takes only what an idle thread waits for.
	 */
	private static final class HandOverQueue extends LinkedTransferQueue<Runnable> {

		@Override
		public boolean offer(Runnable task) {
			return tryTransfer(task);
		}

		void enqueue(Runnable task) {
			super.offer(task);
		}

	}

}
