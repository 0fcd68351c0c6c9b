package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.spring.operation.Drain;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Ends a drain where Spring Boot says that the application takes traffic again, and when
 * the application is started again after it was stopped.
 */
class DrainLifecycle implements SmartLifecycle, ApplicationListener<AvailabilityChangeEvent<?>> {

	private final Drain drain;

	private final ApplicationContext context;

	private volatile boolean drained;

	private volatile boolean running;

	DrainLifecycle(Drain drain, ApplicationContext context) {
		this.drain = drain;
		this.context = context;
	}

	// The last to stop, so that nothing begins meanwhile, and among the first to start
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void onApplicationEvent(AvailabilityChangeEvent<?> event) {
		if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
			this.drain.end();
		}
	}

	@Override
	public void start() {
		this.running = true;
		if (this.drained) {
			this.drained = false;
			AvailabilityChangeEvent.publish(this.context, ReadinessState.ACCEPTING_TRAFFIC);
		}
	}

	@Override
	public void stop() {
		this.drained = this.drain.end();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
