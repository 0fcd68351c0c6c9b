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
 * Spring AI, under the id of the session, as they end. Those that the memory refuses by
 * an exception are given to it again with the next turn, and at the end of the session.
 *
 * @since 0.1.0
 */
public class LiveTranscriptMemory implements LiveListener {

	private final Map<LiveSession, Progress> progress = new ConcurrentHashMap<>();

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
		return !now.isEmpty() && progress(session).seen() != now;
	}

	@Override
	public void onEvent(LiveSession session, LiveServerEvent event, String json) {
		if (wants(session, event)) {
			keep(session);
		}
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		try {
			keep(session);
		}
		finally {
			if (event instanceof SessionClosed) {
				this.progress.remove(session);
			}
		}
	}

	private void keep(LiveSession session) {
		List<LiveTurn> now = session.turns();
		List<LiveTurn> stored = progress(session).stored();
		// A store that fails is not asked again by each event
		this.progress.put(session, new Progress(now, stored));
		Set<String> known = stored.stream().map(LiveTurn::id).collect(Collectors.toSet());
		List<Message> messages = now.stream()
			.filter((turn) -> !known.contains(turn.id()) && !turn.text().isBlank())
			.map(LiveTranscriptMemory::message)
			.toList();
		if (!messages.isEmpty()) {
			this.memory.add(session.id(), messages);
		}
		this.progress.put(session, new Progress(now, now));
	}

	private Progress progress(LiveSession session) {
		return this.progress.getOrDefault(session, Progress.NONE);
	}

	private static Message message(LiveTurn turn) {
		return LiveRole.ASSISTANT.equals(turn.role()) ? new AssistantMessage(turn.text())
				: new UserMessage(turn.text());
	}

	/**
	 * How far the turns of a session have come.
	 *
	 * @param seen the turns that the memory was given, whether it took them or not
	 * @param stored the turns that it took
	 */
	private record Progress(List<LiveTurn> seen, List<LiveTurn> stored) {

		static final Progress NONE = new Progress(List.of(), List.of());

	}

}
