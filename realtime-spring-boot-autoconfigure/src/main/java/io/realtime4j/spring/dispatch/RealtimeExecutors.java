package io.realtime4j.spring.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Internal holder of the threads of the client. They are no beans of their own: an
 * executor among the beans would make the one of the application back off.
 */
public class RealtimeExecutors implements DisposableBean {

	private static final String LISTENERS = "realtime-";

	private static final String TRANSPORT = "realtime-io-";

	private static final String TOOLS = "realtime-tool-";

	private static final String SCHEDULER = "realtime-scheduler-";

	private static final Duration TERMINATION_TIMEOUT = Duration.ofSeconds(2);

	private final AsyncTaskExecutor listeners;

	private final AsyncTaskExecutor transport;

	private final AsyncTaskExecutor tools;

	private final ScheduledThreadPoolExecutor scheduler;

	private final WorkingSessions workingSessions = new WorkingSessions();

	private final ListenedSessions listenedSessions = new ListenedSessions();

	private final List<Runnable> terminations = new ArrayList<>();

	/**
	 * Create executors.
	 * @param maxThreads the maximum number of threads of each kind
	 * @param virtualThreads whether to use virtual threads
	 */
	public RealtimeExecutors(int maxThreads, boolean virtualThreads) {
		// Apart from each other, so that blocked listeners and tools never keep a
		// connection waiting
		this.listeners = virtualThreads ? virtualThreads(LISTENERS) : pool(LISTENERS, maxThreads);
		this.transport = virtualThreads ? virtualThreads(TRANSPORT) : pool(TRANSPORT, maxThreads);
		this.tools = virtualThreads ? virtualThreads(TOOLS) : pool(TOOLS, maxThreads);
		this.scheduler = new ScheduledThreadPoolExecutor(1, daemons(SCHEDULER));
		this.scheduler.setRemoveOnCancelPolicy(true);
	}

	private AsyncTaskExecutor virtualThreads(String prefix) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(prefix);
		executor.setVirtualThreads(true);
		executor.setTaskTerminationTimeout(TERMINATION_TIMEOUT.toMillis());
		this.terminations.add(executor::close);
		return executor;
	}

	private AsyncTaskExecutor pool(String prefix, int maxThreads) {
		ExecutorService pool = new ElasticThreadPool(maxThreads, daemons(prefix));
		this.terminations.add(() -> terminate(pool));
		return new TaskExecutorAdapter(pool);
	}

	private static ThreadFactory daemons(String prefix) {
		CustomizableThreadFactory threadFactory = new CustomizableThreadFactory(prefix);
		threadFactory.setDaemon(true);
		return threadFactory;
	}

	/**
	 * Return the thread that keeps the application alive.
	 * @return the holder of the thread
	 */
	public WorkingSessions workingSessions() {
		return this.workingSessions;
	}

	/**
	 * Return the record of sessions whose listeners have not heard of the end.
	 * @return the record, which the last listener of each client keeps
	 */
	public ListenedSessions listenedSessions() {
		return this.listenedSessions;
	}

	/**
	 * Return the executor for listeners.
	 * @return the executor
	 */
	public Executor listeners() {
		return this.listeners;
	}

	/**
	 * Return the executor for the transport.
	 * @return the executor
	 */
	public AsyncTaskExecutor transport() {
		return this.transport;
	}

	/**
	 * Return the executor for tools.
	 * @return the executor
	 */
	public Executor tools() {
		return this.tools;
	}

	/**
	 * Return an executor of its own for work that may block for long.
	 * @param prefix the prefix of the names of its threads
	 * @param maxThreads the maximum number of threads; more tasks wait
	 * @return the executor, which ends with the others
	 */
	public Executor bounded(String prefix, int maxThreads) {
		return pool(prefix, maxThreads);
	}

	/**
	 * Return the scheduler for time-outs.
	 * @return the scheduler
	 */
	public ScheduledExecutorService scheduler() {
		return this.scheduler;
	}

	@Override
	public void destroy() {
		this.workingSessions.close();
		this.scheduler.shutdownNow();
		this.terminations.forEach(Runnable::run);
	}

	private static void terminate(ExecutorService pool) {
		pool.shutdown();
		try {
			if (pool.awaitTermination(TERMINATION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		pool.shutdownNow();
	}

}
