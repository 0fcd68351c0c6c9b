package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.event.RealtimeEventPublisher;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;

/**
 * Lets events go to their listeners as soon as these are there: when all singletons are,
 * and before anything that starts with the application could wait for one. When the
 * application starts again after it was stopped, its session begins anew.
 */
class RealtimeEventLifecycle implements SmartLifecycle, SmartInitializingSingleton {

	private final RealtimeEventPublisher publisher;

	private final ObjectProvider<RealtimeSession> session;

	private volatile boolean stopped;

	private volatile boolean running;

	RealtimeEventLifecycle(RealtimeEventPublisher publisher, ObjectProvider<RealtimeSession> session) {
		this.publisher = publisher;
		this.session = session;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.publisher.open();
	}

	@Override
	public void start() {
		this.running = true;
		this.publisher.open();
		if (this.stopped) {
			this.session.forEach(RealtimeSession::renew);
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.stopped = true;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
