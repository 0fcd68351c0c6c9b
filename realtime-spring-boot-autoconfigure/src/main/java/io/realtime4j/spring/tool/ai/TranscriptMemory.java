package io.realtime4j.spring.tool.ai;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;

import org.springframework.ai.chat.memory.ChatMemory;

/**
 * Internal listener that stores transcripts in a {@link ChatMemory} of Spring AI, under
 * the id of the session: texts and transcripts of the user and of the model, in the order
 * of the conversation. Of what the model says aloud, what was heard is stored, when the
 * user takes the next turn.
 *
 * @since 0.1.0
 */
public class TranscriptMemory implements RealtimeListener {

	private final Map<String, TranscriptTurns> turns = new ConcurrentHashMap<>();

	private final ChatMemory memory;

	/**
	 * Create a listener.
	 * @param memory keeps what was said
	 */
	public TranscriptMemory(ChatMemory memory) {
		this.memory = memory;
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return !(event instanceof ResponseOutputAudioDelta);
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		if (!event.type().endsWith(".delta")) {
			TranscriptTurns turns = this.turns.computeIfAbsent(session.id(), (id) -> new TranscriptTurns());
			turns.update(session.conversation());
			keep(session, turns, turns.settled());
		}
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		TranscriptTurns turns = (event instanceof SessionClosed) ? this.turns.remove(session.id()) : null;
		if (turns != null) {
			turns.update(session.conversation());
			keep(session, turns, turns.all());
		}
	}

	// What the memory did not take stays: it is given again
	private void keep(RealtimeSession session, TranscriptTurns turns, TranscriptTurns.Ready ready) {
		if (!ready.messages().isEmpty()) {
			this.memory.add(session.id(), ready.messages());
		}
		turns.stored(ready);
	}

}
