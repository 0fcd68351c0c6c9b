package io.realtime4j.spring.external;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SpeechCut;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolListener;
import io.realtime4j.usage.UsageEvent;
import io.realtime4j.usage.UsageListener;
import io.realtime4j.usage.UsageRecorded;

/**
 * Internal listener that finds out what other systems are told: the turns of sessions of
 * the first family, and of sessions of every family the calls of tools and the usage.
 *
 * @since 0.1.0
 */
public final class ExternalEventListener implements RealtimeListener, ToolListener, UsageListener {

	private final Map<RealtimeSession, RealtimeTurns> turns = new ConcurrentHashMap<>();

	private final ExternalEvents events;

	/**
	 * Create a listener.
	 * @param events makes the events
	 */
	public ExternalEventListener(ExternalEvents events) {
		this.events = events;
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return RealtimeTurns.isWanted(event);
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		if (RealtimeTurns.isWanted(event)) {
			turnsOf(session).onEvent(event);
		}
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		if (event instanceof SpeechCut cut) {
			turnsOf(session).onCut(cut);
		}
		else if (event instanceof SessionClosed closed) {
			this.turns.remove(session);
			this.events.ended(session, closed);
		}
	}

	@Override
	public void onToolEvent(VoiceSession session, ToolEvent event) {
		if (event instanceof ToolCallFinished finished) {
			this.events.called(session, finished);
		}
	}

	@Override
	public void onUsageEvent(VoiceSession session, UsageEvent event) {
		if (event instanceof UsageRecorded recorded) {
			this.events.used(session, recorded);
		}
	}

	private RealtimeTurns turnsOf(RealtimeSession session) {
		return this.turns.computeIfAbsent(session, (key) -> new RealtimeTurns(key, this.events));
	}

}
