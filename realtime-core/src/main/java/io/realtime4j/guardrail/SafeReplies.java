package io.realtime4j.guardrail;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * Asks for safe replies, one at a time, and never for one in place of another: which
 * response is a safe reply is known when it is done, and until then none is asked for.
 */
final class SafeReplies {

	private static final int REMEMBERED = 16;

	private final RecentIds ids = new RecentIds(REMEMBERED);

	private final RealtimeSession session;

	private final EventLane events;

	private final @Nullable ResponseSettings settings;

	private boolean awaited;

	SafeReplies(RealtimeSession session, EventLane events, SafeReply reply) {
		this.session = session;
		this.events = events;
		this.settings = reply.settings();
	}

	// Return whether a reply in place of a response shall be asked for when it is done
	synchronized boolean reserve(GuardedResponse response) {
		if (this.settings == null || this.awaited || response.isInterrupted() || this.ids.contains(response.id())) {
			return false;
		}
		this.awaited = true;
		return true;
	}

	void request(String cutResponseId) {
		if (this.settings == null) {
			return;
		}
		try {
			this.session.respond(this.settings).whenComplete((done, error) -> settle(cutResponseId, done, error));
		}
		catch (RuntimeException ex) {
			// It is over, has no room, or its dialect cannot say it
			settle(cutResponseId, null, ex);
		}
	}

	private void settle(String cutResponseId, @Nullable ResponseDone done, @Nullable Throwable error) {
		synchronized (this) {
			if (done != null && done.response().id() != null) {
				this.ids.add(done.response().id());
			}
			this.awaited = false;
		}
		if (error != null && !(error instanceof SessionClosedException)) {
			this.events.publish(new SafeReplyFailed(cutResponseId, error));
		}
	}

}
