package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.realtime4j.session.SessionState;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of all clients that have not ended. Each client knows its own, so nothing
 * is kept here.
 */
final class OpenSessions {

	private static final Comparator<VoiceSession> BY_AGE = Comparator.comparing(OpenSessions::startedAt)
		.thenComparing(VoiceSession::id);

	private final Supplier<Stream<? extends VoiceSession>> clients;

	/**
	 * Create a new {@link OpenSessions} instance.
	 * @param clients gives the sessions of all clients
	 */
	OpenSessions(Supplier<Stream<? extends VoiceSession>> clients) {
		this.clients = clients;
	}

	/**
	 * Return the sessions, the oldest first and those that were not used yet last.
	 */
	List<VoiceSession> all() {
		return byId().values().stream().sorted(BY_AGE).toList();
	}

	/**
	 * Return a session.
	 * @param id its id
	 * @return the session, or {@code null} if it has ended or never was
	 */
	@Nullable VoiceSession find(String id) {
		return byId().get(id);
	}

	// A client that decorates another one has the same sessions
	private Map<String, VoiceSession> byId() {
		Map<String, VoiceSession> sessions = new LinkedHashMap<>();
		this.clients.get()
			.filter((session) -> session.state() != SessionState.CLOSED)
			.forEach((session) -> sessions.put(session.id(), session));
		return sessions;
	}

	private static Instant startedAt(VoiceSession session) {
		Instant startedAt = session.statistics().startedAt();
		return (startedAt != null) ? startedAt : Instant.MAX;
	}

}
