package io.realtime4j.spring.tool.ai;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;

/**
 * Internal listener that stores the turns of live sessions in a {@link ChatMemory} of
 * Spring AI, under the id of the session, as they end.
 *
 * @since 0.1.0
 */
public class LiveTranscriptMemory implements LiveListener {

	private final Map<LiveSession, List<LiveTurn>> kept = new ConcurrentHashMap<>();

	private final ChatMemory memory;

	/**
	 * Create a listener.
	 * @param memory keeps what was said
	 */
	public LiveTranscriptMemory(ChatMemory memory) {
		this.memory = memory;
	}

	// The list stays the same until a turn ends
	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean wants(LiveSession session, LiveServerEvent event) {
		List<LiveTurn> now = session.turns();
		return !now.isEmpty() && this.kept.get(session) != now;
	}

	@Override
	public void onEvent(LiveSession session, LiveServerEvent event, String json) {
		if (wants(session, event)) {
			keep(session);
		}
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		keep(session);
		if (event instanceof SessionClosed) {
			this.kept.remove(session);
		}
	}

	private void keep(LiveSession session) {
		List<LiveTurn> now = session.turns();
		List<LiveTurn> before = this.kept.put(session, now);
		Set<String> known = (before != null) ? before.stream().map(LiveTurn::id).collect(Collectors.toSet()) : Set.of();
		List<Message> messages = now.stream()
			.filter((turn) -> !known.contains(turn.id()) && !turn.text().isBlank())
			.map(LiveTranscriptMemory::message)
			.toList();
		if (!messages.isEmpty()) {
			this.memory.add(session.id(), messages);
		}
	}

	private static Message message(LiveTurn turn) {
		return LiveRole.ASSISTANT.equals(turn.role()) ? new AssistantMessage(turn.text())
				: new UserMessage(turn.text());
	}

}
