package io.realtime4j.live.event.client;

import java.util.Objects;

import io.realtime4j.live.model.session.LiveSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event that starts the session: the first event of a connection, answered by
 * {@code session.started}, before which no audio may be sent. A fork is started by the
 * same event, with the smaller settings of a fork. Wire type {@code session.start}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param session the settings
 * @since 0.1.0
 */
public record SessionStart(@Nullable String eventId, LiveSettings session) implements LiveClientEvent {

	/**
	 * Create a new {@link SessionStart} instance.
	 */
	public SessionStart {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "session.start";
	}

	/**
	 * Return an event with these members.
	 * @param session the settings
	 * @return the event
	 */
	public static SessionStart of(LiveSettings session) {
		return new SessionStart(null, session);
	}

	@Override
	public SessionStart withEventId(String eventId) {
		return new SessionStart(eventId, this.session);
	}

}
