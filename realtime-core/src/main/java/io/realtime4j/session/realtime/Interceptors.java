package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors of a session, in order. What one of them throws stops neither the
 * others nor the session.
 */
final class Interceptors {

	private final RealtimeSession session;

	private final List<SessionInterceptor.Factory> factories;

	private final ListenerErrorHandler errorHandler;

	private volatile List<SessionInterceptor> interceptors = List.of();

	private volatile @Nullable Former former;

	Interceptors(RealtimeSession session, List<SessionInterceptor.Factory> shared, List<SessionInterceptor.Factory> own,
			ListenerErrorHandler errorHandler, @Nullable Interceptors former) {
		this.session = session;
		this.errorHandler = errorHandler;
		this.factories = Stream.concat(shared.stream(), own.stream()).toList();
		this.former = (former != null) ? new Former(former, Thread.currentThread()) : null;
	}

	/**
	 * Create the interceptors. They may use the session, which must be complete by then.
	 * Each one finds the features of those before it.
	 */
	void attach() {
		List<SessionInterceptor> made = new ArrayList<>();
		for (SessionInterceptor.Factory factory : this.factories) {
			made.add(factory.create(this.session));
			this.interceptors = List.copyOf(made);
		}
		this.former = null;
	}

	/**
	 * Return a feature of these interceptors. While they are made, all but the thread
	 * that makes them find those of the interceptors before.
	 * @param type the type of the feature
	 * @param <T> the type
	 * @return the feature of the first interceptor that has one, or {@code null}
	 */
	<T> @Nullable T feature(Class<T> type) {
		Former before = this.former;
		if (before != null && !Thread.currentThread().equals(before.maker())) {
			return before.interceptors().feature(type);
		}
		for (SessionInterceptor interceptor : this.interceptors) {
			T feature = interceptor.feature(type);
			if (feature != null) {
				return feature;
			}
		}
		return null;
	}

	/**
	 * Call the interceptors. Return whether listeners receive the event.
	 */
	boolean onEvent(ServerEvent event) {
		boolean[] heard = { true };
		forEach(event, (interceptor) -> heard[0] &= interceptor.onEvent(event));
		return heard[0];
	}

	void onHeard(ServerEvent event, String json) {
		forEach(event, (interceptor) -> interceptor.onHeard(event, json));
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

	/**
	 * Return what completes when all is done upon a response, or {@code null} if nothing
	 * is to do.
	 */
	@Nullable CompletionStage<?> work(String responseId) {
		CompletableFuture<?>[] work = this.interceptors.stream()
			.map((interceptor) -> interceptor.work(responseId))
			.filter(Objects::nonNull)
			.map(CompletionStage::toCompletableFuture)
			.toArray(CompletableFuture[]::new);
		return (work.length > 0) ? CompletableFuture.allOf(work) : null;
	}

	void onCancelled(String responseId) {
		this.interceptors.forEach((interceptor) -> interceptor.onCancelled(responseId));
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

	/**
	 * Interceptors of a session before it began anew.
	 *
	 * @param interceptors the interceptors
	 * @param maker the thread that makes those which follow
	 */
	private record Former(Interceptors interceptors, Thread maker) {

	}

}
