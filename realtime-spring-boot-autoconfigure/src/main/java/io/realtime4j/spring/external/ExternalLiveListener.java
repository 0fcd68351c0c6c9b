package io.realtime4j.spring.external;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.support.RecentIds;

/**
 * Internal listener that finds out the turns of live sessions, which end as time passes,
 * and their end.
 *
 * @since 0.1.0
 */
public final class ExternalLiveListener implements LiveListener {

	private static final int REMEMBERED = 1024;

	private final Map<LiveSession, Told> told = new ConcurrentHashMap<>();

	private final ExternalEvents events;

	/**
	 * Create a listener.
	 * @param events makes the events
	 */
	public ExternalLiveListener(ExternalEvents events) {
		this.events = events;
	}

	@Override
	public boolean wants(LiveSession session, LiveServerEvent event) {
		return toldOf(session).isBehind(session);
	}

	@Override
	public void onEvent(LiveSession session, LiveServerEvent event, String json) {
		tell(session);
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		tell(session);
		if (event instanceof SessionClosed closed) {
			this.told.remove(session);
			this.events.ended(session, closed);
		}
	}

	private Told toldOf(LiveSession session) {
		return this.told.computeIfAbsent(session, (key) -> new Told());
	}

	private void tell(LiveSession session) {
		Told known = toldOf(session);
		if (known.isBehind(session)) {
			known.next(session.turns())
				.forEach((turn) -> this.events.finished(session, speaker(turn),
						new ExternalEvents.Turn(turn.id(), null, turn.text())));
		}
	}

	private static TurnFinished.Speaker speaker(LiveTurn turn) {
		return LiveRole.USER.equals(turn.role()) ? TurnFinished.Speaker.USER : TurnFinished.Speaker.ASSISTANT;
	}

	/**
	 * Turns of a session that were told.
	 */
	private static final class Told {

		private final RecentIds ids = new RecentIds(REMEMBERED);

		private volatile List<LiveTurn> turns = List.of();

		// The list stays the same until a turn ends
		@SuppressWarnings("ReferenceEquality")
		boolean isBehind(LiveSession session) {
			List<LiveTurn> now = session.turns();
			return !now.isEmpty() && now != this.turns;
		}

		List<LiveTurn> next(List<LiveTurn> now) {
			this.turns = now;
			return now.stream().filter((turn) -> this.ids.add(turn.id())).toList();
		}

	}

}
