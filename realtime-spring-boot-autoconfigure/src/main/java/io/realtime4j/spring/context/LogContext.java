package io.realtime4j.spring.context;

import java.util.function.UnaryOperator;

import io.realtime4j.session.context.SessionContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Context that has the id of the session in the MDC of the log, so that each line that a
 * listener or a tool writes can tell whose it is, such as by
 * {@code %X{realtime.session.id}} or as a field of structured logging.
 *
 * @since 0.1.0
 */
public final class LogContext implements SessionContext {

	/**
	 * Key of the MDC that holds the id of the session.
	 */
	public static final String SESSION_ID = "realtime.session.id";

	/**
	 * Create a new {@link LogContext} instance.
	 */
	public LogContext() {
	}

	@Override
	public UnaryOperator<Runnable> begin(String sessionId) {
		return (task) -> () -> run(task, sessionId);
	}

	private static void run(Runnable task, String sessionId) {
		String before = MDC.get(SESSION_ID);
		MDC.put(SESSION_ID, sessionId);
		try {
			task.run();
		}
		finally {
			leave(before);
		}
	}

	private static void leave(@Nullable String before) {
		if (before != null) {
			MDC.put(SESSION_ID, before);
		}
		else {
			MDC.remove(SESSION_ID);
		}
	}

}
