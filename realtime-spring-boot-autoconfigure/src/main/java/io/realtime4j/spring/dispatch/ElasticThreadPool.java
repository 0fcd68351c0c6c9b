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
	}

}
