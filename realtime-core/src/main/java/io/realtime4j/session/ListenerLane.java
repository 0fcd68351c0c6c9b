package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.event.server.ServerEvent;

/**
 * Calls the listeners of a session and keeps what they throw from each other.
 */
final class ListenerLane {

	private final RealtimeSession session;

	private final List<RealtimeListener> listeners;

	private final ListenerErrorHandler errorHandler;

	ListenerLane(RealtimeSession session, SessionContext context, SessionSpec spec) {
		this.session = session;
		List<RealtimeListener> all = new ArrayList<>(context.listeners());
		all.addAll(spec.listeners());
		this.listeners = List.copyOf(all);
		this.errorHandler = context.errorHandler();
	}

	void deliver(Inbox.Entry entry) {
		for (RealtimeListener listener : this.listeners) {
			try {
				deliver(listener, entry);
			}
			catch (Throwable ex) {
				report(entry, ex);
			}
		}
	}

	private void report(Inbox.Entry entry, Throwable error) {
		try {
			this.errorHandler.onListenerError(this.session, entry.message(), error);
		}
		catch (Throwable ex) {
			// Nobody is left to tell, and the other listeners shall hear the event
		}
	}

	private void deliver(RealtimeListener listener, Inbox.Entry entry) {
		if (entry.message() instanceof ServerEvent event && entry.json() != null) {
			listener.onEvent(this.session, event, entry.json());
		}
		else if (entry.message() instanceof SessionEvent event) {
			listener.onSessionEvent(this.session, event);
		}
	}

}
