package io.realtime4j.spring.external;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;

/**
 * Internal lifecycle of the outbox: events are published from the moment in which all
 * listeners are there, and what waits when the application stops and its sessions have
 * ended is published within a few seconds.
 *
 * @since 0.1.0
 */
public final class ExternalOutboxLifecycle implements SmartLifecycle, SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(ExternalOutboxLifecycle.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ExternalOutbox outbox;

	private final int phase;

	private volatile boolean running;

	/**
	 * Create a lifecycle.
	 * @param outbox the outbox
	 * @param phase the phase, in which sessions have ended
	 */
	public ExternalOutboxLifecycle(ExternalOutbox outbox, int phase) {
		this.outbox = outbox;
		this.phase = phase;
	}

	@Override
	public int getPhase() {
		return this.phase;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.outbox.open();
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		this.outbox.flush()
			.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.whenComplete((flushed, ex) -> {
				long waiting = this.outbox.waiting();
				if (waiting > 0) {
					logger.warn(waiting + " events for other systems were not published before the application ended");
				}
				this.running = false;
				callback.run();
			});
	}

}
