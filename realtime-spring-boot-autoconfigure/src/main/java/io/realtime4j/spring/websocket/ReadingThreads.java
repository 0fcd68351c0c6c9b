package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.channels.AsynchronousChannelGroup;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.websocket.DeploymentException;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that read from all connections, from the first connection on: one for each
 * processor, and more while some of them are held up. Those of Tomcat never end, and with
 * idle sessions there are ever more of them.
 */
final class ReadingThreads {

	private static final String PREFIX = "realtime-read-";

	/**
	 * More than there ever are. In an unbounded pool the JDK lets no thread wait for what
	 * arrives: each time one of its own threads would hand that over.
	 */
	private static final int MAX_THREADS = Short.MAX_VALUE;

	private static final long KEEP_ALIVE_SECONDS = 30;

	private @Nullable AsynchronousChannelGroup group;

	synchronized AsynchronousChannelGroup group() throws DeploymentException {
		if (this.group == null) {
			try {
				this.group = AsynchronousChannelGroup.withCachedThreadPool(threads(),
						Runtime.getRuntime().availableProcessors());
			}
			catch (IOException ex) {
				throw new DeploymentException("The network of the JVM is out of order", ex);
			}
		}
		return this.group;
	}

	private static ExecutorService threads() {
		CustomizableThreadFactory threadFactory = new CustomizableThreadFactory(PREFIX);
		threadFactory.setDaemon(true);
		// The thread that became idle last is the first to be taken
		return new ThreadPoolExecutor(0, MAX_THREADS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
				threadFactory);
	}

	// The threads end with the last connection
	synchronized void stop() {
		if (this.group != null) {
			this.group.shutdown();
			this.group = null;
		}
	}

}
