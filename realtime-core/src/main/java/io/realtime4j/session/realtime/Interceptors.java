package io.realtime4j.session.realtime;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;

/**
 * The interceptors of a session, in order. What one of them throws stops neither the
 * others nor the session.
 */
final class Interceptors {

	private final RealtimeSession session;

	private final List<SessionInterceptor.Factory> factories;

	private final ListenerErrorHandler errorHandler;

	private volatile List<SessionInterceptor> interceptors = List.of();

	Interceptors(RealtimeSession session, List<SessionInterceptor.Factory> shared, List<SessionInterceptor.Factory> own,
			ListenerErrorHandler errorHandler) {
		this.session = session;
		this.errorHandler = errorHandler;
		this.factories = Stream.concat(shared.stream(), own.stream()).toList();
	}

	/**
	 * Create the interceptors. They may use the session, which must be complete by then.
	 */
	void attach() {
		this.interceptors = this.factories.stream().map((factory) -> factory.create(this.session)).toList();
	}

	/**
	 * Call the interceptors. Return whether listeners receive the event.
	 */
	boolean onEvent(ServerEvent event) {
		boolean[] heard = { true };
		forEach(event, (interceptor) -> heard[0] &= interceptor.onEvent(event));
		return heard[0];
	}

	void onSessionEvent(SessionEvent event) {
		forEach(event, (interceptor) -> interceptor.onSessionEvent(event));
	}

	/**
	 * Call the interceptors. Return whether one of them cancels the response.
	 */
	boolean onInterrupt(boolean responseAwaited) {
		boolean cancelled = false;
		for (SessionInterceptor interceptor : this.interceptors) {
			cancelled |= interceptor.onInterrupt(responseAwaited);
		}
		return cancelled;
	}

	private void forEach(RealtimeMessage event, Consumer<SessionInterceptor> call) {
		for (SessionInterceptor interceptor : this.interceptors) {
			try {
				call.accept(interceptor);
			}
			catch (Throwable ex) {
				this.errorHandler.onListenerError(this.session, event, ex);
			}
		}
	}

}
