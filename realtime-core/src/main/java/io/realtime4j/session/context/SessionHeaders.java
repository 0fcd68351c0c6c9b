package io.realtime4j.session.context;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Strategy for the headers of connections, credentials included, that may depend on the
 * session: as the headers of a {@link io.realtime4j.session.RealtimeEndpoint} it is asked
 * for each connection anew. It may block: sessions ask on a thread of
 * {@link #executor()}, wait no longer than opening may take, and interrupt the thread
 * then.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionHeaders extends Supplier<Map<String, String>> {

	/**
	 * Return the headers of a connection that is about to be opened.
	 * @param spec what the session shall be: a {@link io.realtime4j.session.SessionSpec}
	 * or that of another protocol family; {@code null} for what belongs to no session
	 * @return the headers by name
	 */
	Map<String, String> get(@Nullable Object spec);

	/**
	 * Return the threads that sessions ask on. Those that hang keep listeners waiting
	 * where it has none of its own.
	 * @return the executor, or {@code null} for listener threads
	 */
	default @Nullable Executor executor() {
		return null;
	}

	@Override
	default Map<String, String> get() {
		return get(null);
	}

}
