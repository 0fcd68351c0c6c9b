package io.realtime4j.live.session;

import java.util.List;

import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionStarted;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.engine.Opening;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the handshake to an open connection: the client starts the session, the
 * server says that it is there.
 */
final class LiveOpening implements Opening<LiveServerEvent> {

	private final String start;

	private final int restored;

	private boolean said;

	private boolean done;

	private @Nullable RealtimeError refusal;

	/**
	 * Create steps.
	 * @param start the event that starts the session, as JSON
	 * @param restored how many items of a session before are in it
	 */
	LiveOpening(String start, int restored) {
		this.start = start;
		this.restored = restored;
	}

	@Override
	public List<String> onHandshake() {
		this.said = true;
		return List.of(this.start);
	}

	@Override
	public List<String> onEvent(LiveServerEvent event) {
		if (event instanceof SessionStarted) {
			this.done = true;
		}
		else if (event instanceof ErrorEvent error && !this.done) {
			// Nothing else was sent
			this.refusal = LiveErrors.of(error);
		}
		return List.of();
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

	@Override
	public @Nullable RealtimeError refusal() {
		return this.refusal;
	}

	@Override
	public String awaited() {
		if (this.done) {
			return "nothing";
		}
		return this.said ? "session.started" : "the WebSocket handshake";
	}

	@Override
	public int restoredItems() {
		return this.done ? this.restored : 0;
	}

}
