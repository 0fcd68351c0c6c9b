package io.realtime4j.spring.dispatch;

import java.util.concurrent.CountDownLatch;

import io.realtime4j.session.SessionActivity;
import org.jspecify.annotations.Nullable;

/**
 * Internal thread that keeps the application alive while a session is active. All other
 * threads of sessions are, so that an application without a web server ends after its
 * last session.
 */
public class WorkingSessions implements SessionActivity, AutoCloseable {

	/**
	 * Name of the thread that keeps the JVM alive.
	 */
	public static final String THREAD = "realtime-keep-alive";

	private int count;

	private boolean closed;

	private @Nullable CountDownLatch end;

	@Override
	public synchronized void begin() {
		this.count++;
		if (this.count == 1 && !this.closed) {
			CountDownLatch end = new CountDownLatch(1);
			Thread thread = new Thread(() -> await(end), THREAD);
			thread.setDaemon(false);
			thread.start();
			this.end = end;
		}
	}

	private static void await(CountDownLatch end) {
		try {
			end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized void end() {
		this.count--;
		if (this.count == 0) {
			release();
		}
	}

	/**
	 * Keep the application no longer, whatever sessions do.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		release();
	}

	private void release() {
		if (this.end != null) {
			this.end.countDown();
			this.end = null;
		}
	}

}
