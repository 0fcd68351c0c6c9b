package io.realtime4j.transport.netty;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * Threads that look up host names and proxies, and load classes, for a transport that was
 * given no others. A name server that does not answer keeps them for seconds: in the
 * common pool of the JVM that would keep everybody else waiting.
 */
final class LookupThreads {

	private static final String NAME = "realtime-lookup";

	private static final int MAX_THREADS = 8;

	private static final long IDLE_SECONDS = 30;

	private LookupThreads() {
	}

	/**
	 * Create threads that end when there is nothing to look up.
	 * @return the threads
	 */
	static ExecutorService create() {
		ThreadPoolExecutor threads = new ThreadPoolExecutor(MAX_THREADS, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), new DefaultThreadFactory(NAME, true));
		threads.allowCoreThreadTimeOut(true);
		return threads;
	}

}
