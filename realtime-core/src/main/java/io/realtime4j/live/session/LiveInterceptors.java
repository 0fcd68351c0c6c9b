package io.realtime4j.live.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors of a session, in order. What one of them throws stops neither the
 * others nor the session.
 */
final class LiveInterceptors {

	private final LiveSession session;

	private final ListenerErrorHandler errorHandler;

	private volatile List<LiveInterceptor> interceptors = List.of();

	LiveInterceptors(LiveSession session, ListenerErrorHandler errorHandler) {
		this.session = session;
		this.errorHandler = errorHandler;
	}

	/**
	 * Create the interceptors. They may use the session, which must be complete by then.
	 * Each one finds the features of those before it.
	 */
	void attach(List<LiveInterceptor.Factory> factories) {
		List<LiveInterceptor> made = new ArrayList<>();
		for (LiveInterceptor.Factory factory : factories) {
			made.add(factory.create(this.session));
			this.interceptors = List.copyOf(made);
		}
	}

	/**
	 * Return whether work of an interceptor is under way.
	 */
	boolean isBusy() {
		return this.interceptors.stream().anyMatch(LiveInterceptor::isBusy);
	}

	<T> @Nullable T feature(Class<T> type) {
		for (LiveInterceptor interceptor : this.interceptors) {
			T feature = interceptor.feature(type);
			if (feature != null) {
				return feature;
			}
		}
		return null;
	}

	void onEvent(LiveServerEvent event) {
		forEach(event, (interceptor) -> interceptor.onEvent(event));
	}

	void onSessionEvent(SessionEvent event) {
		forEach(event, (interceptor) -> interceptor.onSessionEvent(event));
	}

	private void forEach(RealtimeMessage event, Consumer<LiveInterceptor> call) {
		for (LiveInterceptor interceptor : this.interceptors) {
			try {
				call.accept(interceptor);
			}
			catch (Throwable ex) {
				this.errorHandler.onListenerError(this.session, event, ex);
			}
		}
	}

}
