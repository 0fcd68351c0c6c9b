package io.realtime4j.translation.session;

import java.util.List;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.engine.Opening;
import io.realtime4j.translation.event.ErrorEvent;
import io.realtime4j.translation.event.SessionCreated;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the handshake to an open connection: the server says that the session is
 * there, the client says its settings, the server acknowledges them.
 */
final class TranslationOpening implements Opening<TranslationServerEvent> {

	private final String eventId;

	private final String update;

	private String awaited = "the WebSocket handshake";

	private boolean updateSent;

	private boolean done;

	private @Nullable RealtimeError refusal;

	TranslationOpening(String eventId, String update) {
		this.eventId = eventId;
		this.update = update;
	}

	@Override
	public List<String> onHandshake() {
		this.awaited = "session.created";
		return List.of();
	}

	@Override
	public List<String> onEvent(TranslationServerEvent event) {
		if (event instanceof SessionCreated && !this.updateSent) {
			this.updateSent = true;
			this.awaited = "session.updated";
			return List.of(this.update);
		}
		if (event instanceof SessionUpdated && this.updateSent) {
			this.done = true;
		}
		else if (event instanceof ErrorEvent error && this.updateSent && isOurs(error.error())) {
			this.refusal = error.error();
		}
		return List.of();
	}

	// Nothing else was sent, and not every server names what its error is about
	private boolean isOurs(RealtimeError error) {
		return error.eventId() == null || error.eventId().equals(this.eventId);
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
		return this.done ? "nothing" : this.awaited;
	}

}
