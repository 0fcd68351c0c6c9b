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

	private static final Comparator<Aged> BY_AGE = Comparator.comparing(Aged::startedAt)
		.thenComparing((aged) -> aged.session().id());

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
		return byId().values().stream().map(Aged::of).sorted(BY_AGE).map(Aged::session).toList();
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

	/**
	 * A session with its start, which is read once: one that begins to connect while
	 * sessions are sorted would change its place.
	 */
	private record Aged(VoiceSession session, Instant startedAt) {

		static Aged of(VoiceSession session) {
			Instant startedAt = session.statistics().startedAt();
			return new Aged(session, (startedAt != null) ? startedAt : Instant.MAX);
		}

	}

}
