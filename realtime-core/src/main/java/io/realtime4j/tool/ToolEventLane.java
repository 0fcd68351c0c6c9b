package io.realtime4j.tool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.session.RealtimeSession;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the events of a session's tools in order, one at a time, and never on the
 * thread that publishes them.
 */
final class ToolEventLane {

	private final Deque<ToolEvent> waiting = new ArrayDeque<>();

	private final RealtimeSession session;

	private final RunnerSettings settings;

	private boolean delivering;

	ToolEventLane(RealtimeSession session, RunnerSettings settings) {
		this.session = session;
		this.settings = settings;
	}

	void publish(ToolEvent event) {
		if (this.settings.listeners().isEmpty() || !enqueue(event)) {
			return;
		}
		try {
			this.settings.listenerExecutor().execute(this::deliver);
		}
		catch (RejectedExecutionException ex) {
			// It waits for the next event, if there is to be one
			pause();
		}
	}

	// Return whether delivery has to be started
	private synchronized boolean enqueue(ToolEvent event) {
		this.waiting.add(event);
		boolean start = !this.delivering;
		this.delivering = true;
		return start;
	}

	private synchronized void pause() {
		this.delivering = false;
	}

	private synchronized @Nullable ToolEvent next() {
		ToolEvent next = this.waiting.poll();
		this.delivering = next != null;
		return next;
	}

	private void deliver() {
		for (ToolEvent event = next(); event != null; event = next()) {
			for (ToolListener listener : this.settings.listeners()) {
				deliver(listener, event);
			}
		}
	}

	private void deliver(ToolListener listener, ToolEvent event) {
		try {
			listener.onToolEvent(this.session, event);
		}
		catch (Throwable ex) {
			report(event, ex);
		}
	}

	private void report(ToolEvent event, Throwable error) {
		try {
			this.settings.errorHandler().onListenerError(this.session, event, error);
		}
		catch (Throwable ex) {
			// Nobody is left to tell, and the other listeners shall hear the event
		}
	}

}
