package io.realtime4j.session.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

import io.realtime4j.session.VoiceSession;

/**
 * Internal executor that runs what a session calls in an application, in the context of
 * the session.
 *
 * @since 0.1.0
 */
public final class SessionExecutor implements Executor {

	private final Executor target;

	private final UnaryOperator<Runnable> context;

	SessionExecutor(Executor target, UnaryOperator<Runnable> context) {
		this.target = target;
		this.context = context;
	}

	/**
	 * Return an executor for what a session calls.
	 * @param session the session
	 * @param target gives the threads
	 * @return runs tasks in the context of the session
	 */
	public static Executor of(VoiceSession session, Executor target) {
		return new SessionExecutor(target, session::inContext);
	}

	@Override
	public void execute(Runnable task) {
		this.target.execute(this.context.apply(task));
	}

	/**
	 * Return an executor for the same context on other threads.
	 */
	SessionExecutor on(Executor other) {
		return new SessionExecutor(other, this.context);
	}

	/**
	 * Run a task on this thread, in the same context.
	 */
	void run(Runnable task) {
		this.context.apply(task).run();
	}

	boolean isShutdown() {
		return this.target instanceof ExecutorService service && service.isShutdown();
	}

}
