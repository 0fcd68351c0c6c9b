package io.realtime4j.session.realtime;

import java.util.concurrent.locks.ReentrantLock;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.engine.ListenerLane;
import io.realtime4j.session.engine.SessionDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to the interceptors and listeners.
 */
final class RealtimeDelivery implements SessionDelivery<ServerEvent> {

	private final RealtimeSession session;

	private final ListenerLane<RealtimeSession, RealtimeListener> listeners;

	private final ReentrantLock delivering;

	private final Interceptors interceptors;

	RealtimeDelivery(RealtimeSession session, ListenerLane<RealtimeSession, RealtimeListener> listeners,
			Interceptors interceptors, ReentrantLock delivering) {
		this.session = session;
		this.listeners = listeners;
		this.interceptors = interceptors;
		this.delivering = delivering;
	}

	@Override
	public boolean intercept(ServerEvent event) {
		return this.interceptors.onEvent(event);
	}

	@Override
	public boolean announce(ServerEvent event, String json) {
		this.interceptors.onHeard(event, json);
		return this.listeners.anyWants((listener) -> listener.wants(this.session, event));
	}

	@Override
	public void intercept(SessionEvent event) {
		this.interceptors.onSessionEvent(event);
	}

	@Override
	public void deliver(RealtimeMessage message, @Nullable String json) {
		this.delivering.lock();
		try {
			this.listeners.deliver(message, json);
		}
		finally {
			this.delivering.unlock();
		}
	}

	static void call(RealtimeListener listener, RealtimeSession session, RealtimeMessage message,
			@Nullable String json) {
		if (message instanceof ServerEvent event && json != null) {
			listener.onEvent(session, event, json);
		}
		else if (message instanceof SessionEvent event) {
			listener.onSessionEvent(session, event);
		}
		else {
			listener.onOtherEvent(session, message);
		}
	}

}
