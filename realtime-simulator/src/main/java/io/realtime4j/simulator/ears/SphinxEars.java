package io.realtime4j.simulator.ears;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Ears that understand English by Sphinx. One utterance is listened to at a time, on a
 * thread that ends when nobody has spoken for a while; what comes while too many wait is
 * not understood.
 */
final class SphinxEars implements SimulatorEars {

	private static final int MAX_WAITING = 8;

	private static final int KEEP_ALIVE_SECONDS = 30;

	private static final int CLOSE_SECONDS = 5;

	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MAX_WAITING), SphinxEars::thread);

	private @Nullable EnglishListener listener;

	SphinxEars() {
		this.thread.allowCoreThreadTimeOut(true);
	}

	@Override
	public CompletableFuture<Hearing> hear(HearingRequest request) {
		try {
			return CompletableFuture.supplyAsync(() -> listener().hear(request), this.thread);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.completedFuture(Hearing.nothing());
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
		try {
			this.thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// On the one thread only
	private EnglishListener listener() {
		EnglishListener present = this.listener;
		if (present == null) {
			present = new EnglishListener(SpokenEnglish.load());
			this.listener = present;
		}
		return present;
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "realtime-simulator-ears");
		// Tomcat takes threads with its own class loader for leaks of the application
		thread.setContextClassLoader(SphinxEars.class.getClassLoader());
		thread.setDaemon(true);
		return thread;
	}

}
