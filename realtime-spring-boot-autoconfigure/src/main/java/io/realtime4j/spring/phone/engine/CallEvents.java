package io.realtime4j.spring.phone.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.realtime4j.spring.logging.LimitedLog;
import io.realtime4j.spring.phone.PhoneCallEvent;
import io.realtime4j.spring.phone.PhoneKeyPressed;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the events of one call in order, and away from the threads that read it.
 */
final class CallEvents {

	private static final Log logger = LogFactory.getLog(CallEvents.class);

	private static final LimitedLog failures = new LimitedLog(logger);

	/**
	 * A listener that is this far behind the caller's fingers hears no more of them.
	 */
	private static final int MAX_WAITING = 64;

	private final Deque<PhoneCallEvent> waiting = new ArrayDeque<>();

	private final Executor executor;

	private final Consumer<PhoneCallEvent> publisher;

	private boolean publishing;

	CallEvents(Executor executor, Consumer<PhoneCallEvent> publisher) {
		this.executor = executor;
		this.publisher = publisher;
	}

	void publish(PhoneCallEvent event) {
		synchronized (this) {
			if (event instanceof PhoneKeyPressed && this.waiting.size() >= MAX_WAITING) {
				return;
			}
			this.waiting.add(event);
			if (this.publishing) {
				return;
			}
			this.publishing = true;
		}
		try {
			this.executor.execute(this::publishAll);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The application has stopped before it heard of " + event);
		}
	}

	private void publishAll() {
		for (PhoneCallEvent next = next(); next != null; next = next()) {
			try {
				this.publisher.accept(next);
			}
			catch (RuntimeException ex) {
				failures.error(next.caller().callId(), "A listener of " + next.getClass().getSimpleName() + " failed",
						ex);
			}
		}
	}

	private synchronized @Nullable PhoneCallEvent next() {
		PhoneCallEvent next = this.waiting.poll();
		this.publishing = next != null;
		return next;
	}

}
