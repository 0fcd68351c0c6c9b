package io.realtime4j.tool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.ListenerLane;
import io.realtime4j.session.engine.SessionExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Context that the calls of one session share.
 */
record ToolCallContext(RunnerSettings settings, Executor executor, ToolOutputs answers, Approvals approvals,
		DroppedResults dropped, EventLane events, Set<OpenCall> open) {

	static ToolCallContext of(RunnerSettings settings, VoiceSession session, ToolOutputPort port) {
		EventLane events = new EventLane(
				new ListenerLane<>(session, settings.listeners(), ToolCallContext::tell, settings.errorHandler()),
				settings.listenerExecutor());
		return new ToolCallContext(settings, SessionExecutor.of(session, settings.executor()),
				new ToolOutputs(session.id(), port, settings.scheduler()), new Approvals(settings, events),
				new DroppedResults(events), events, ConcurrentHashMap.newKeySet());
	}

	private static void tell(ToolListener listener, VoiceSession session, RealtimeMessage message,
			@Nullable String json) {
		if (message instanceof ToolEvent event) {
			listener.onToolEvent(session, event);
		}
	}

}
