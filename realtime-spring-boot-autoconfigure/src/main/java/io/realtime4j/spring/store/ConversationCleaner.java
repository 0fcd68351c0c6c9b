package io.realtime4j.spring.store;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.realtime4j.store.StoredConversations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Internal cleaner that deletes conversations when they were kept long enough, once an
 * hour. Nodes that share a store begin at different times.
 */
public final class ConversationCleaner implements SmartLifecycle {

	static final Duration INTERVAL = Duration.ofHours(1);

	private static final Log logger = LogFactory.getLog(ConversationCleaner.class);

	private final StoredConversations conversations;

	private final Duration retention;

	private final Clock clock;

	private final Executor executor;

	private final ScheduledExecutorService scheduler;

	private @Nullable ScheduledFuture<?> timer;

	/**
	 * Create a cleaner.
	 * @param conversations the conversations
	 * @param retention how long they are kept after they were written last
	 * @param clock the clock
	 * @param executor deletes
	 * @param scheduler watches time
	 */
	public ConversationCleaner(StoredConversations conversations, Duration retention, Clock clock, Executor executor,
			ScheduledExecutorService scheduler) {
		this.conversations = conversations;
		this.retention = retention;
		this.clock = clock;
		this.executor = executor;
		this.scheduler = scheduler;
	}

	@Override
	public synchronized void start() {
		if (this.timer == null) {
			long first = ThreadLocalRandom.current().nextLong(INTERVAL.toSeconds());
			this.timer = this.scheduler.scheduleAtFixedRate(this::submit, first, INTERVAL.toSeconds(),
					TimeUnit.SECONDS);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.timer != null;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	private void submit() {
		try {
			this.executor.execute(this::clean);
		}
		catch (RejectedExecutionException ex) {
			// The application stops
		}
	}

	void clean() {
		try {
			int deleted = this.conversations.deleteUpdatedBefore(this.clock.instant().minus(this.retention));
			if (deleted > 0) {
				logger.info(
						"Deleted " + deleted + " stored conversations that were older than 'realtime.store.retention'");
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Stored conversations that are older than 'realtime.store.retention' could not be deleted", ex);
		}
	}

}
