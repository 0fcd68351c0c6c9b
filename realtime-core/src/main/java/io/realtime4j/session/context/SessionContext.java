package io.realtime4j.session.context;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Strategy for the context that code of an application runs in when a session calls it:
 * its listeners, its tools, its guardrails, its work that models delegate, and what it
 * does with futures of the session. Such a context may be the id of the session in the
 * log, or what belongs to the thread that opened the session, such as the user that it
 * serves.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionContext {

	/**
	 * Begin the context of a session. Called once for each session, by the thread that
	 * creates it; when a session begins anew, by the thread that lets it do so. Must not
	 * throw.
	 * @param sessionId the id of the session
	 * @return makes of a task one that runs in the context, and leaves the thread as it
	 * found it; must not throw, and may be called by any thread
	 */
	UnaryOperator<Runnable> begin(String sessionId);

	/**
	 * Return a context that adds nothing.
	 * @return the context
	 */
	static SessionContext none() {
		return (sessionId) -> UnaryOperator.identity();
	}

	/**
	 * Return a context that consists of others.
	 * @param contexts the others; tasks enter the first one first
	 * @return the context
	 */
	static SessionContext of(List<? extends SessionContext> contexts) {
		List<SessionContext> all = List.copyOf(contexts);
		return (sessionId) -> {
			List<UnaryOperator<Runnable>> begun = all.stream().map((context) -> context.begin(sessionId)).toList();
			return (task) -> {
				Runnable result = task;
				for (int i = begun.size() - 1; i >= 0; i--) {
					result = begun.get(i).apply(result);
				}
				return result;
			};
		};
	}

}
