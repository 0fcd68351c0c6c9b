package io.realtime4j.live.session;

import java.util.List;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.engine.Opening;
import org.jspecify.annotations.Nullable;

/**
 * The steps to an open sideband connection: nothing but the handshake, since the session
 * is there already.
 */
final class LiveAttachment implements Opening<LiveServerEvent> {

	private boolean done;

	@Override
	public List<String> onHandshake() {
		this.done = true;
		return List.of();
	}

	@Override
	public List<String> onEvent(LiveServerEvent event) {
		return List.of();
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

	@Override
	public @Nullable RealtimeError refusal() {
		return null;
	}

	@Override
	public String awaited() {
		return this.done ? "nothing" : "the WebSocket handshake";
	}

}
