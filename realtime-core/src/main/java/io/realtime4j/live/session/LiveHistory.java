package io.realtime4j.live.session;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.TrimmedConversation;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.session.HistoryTrimmed;
import io.realtime4j.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * History of a session, in which each turn is a message. It is told in the words that the
 * history of all sessions is computed from. Written under the lock of the session, read
 * by any thread.
 */
final class LiveHistory {

	private final ConversationLimits limits;

	private final Consumer<SessionEvent> events;

	private volatile Conversation conversation;

	/**
	 * Create a history.
	 * @param before what was said before
	 * @param limits how much of it is held
	 * @param events is told what goes, for want of room
	 */
	LiveHistory(LivePast before, ConversationLimits limits, Consumer<SessionEvent> events) {
		this.limits = limits;
		this.events = events;
		this.conversation = before.conversation().trimmed(limits).conversation();
	}

	Conversation conversation() {
		return this.conversation;
	}

	/**
	 * A turn begins.
	 * @param id its id
	 * @param role who speaks
	 * @param previous the id of the turn before, or {@code null} if there is none
	 */
	void onBegin(String id, LiveRole role, @Nullable String previous) {
		apply(new ConversationItemAdded(null, previous, item(id, role, ItemStatus.IN_PROGRESS)));
		TrimmedConversation trimmed = this.conversation.trimmed(this.limits);
		this.conversation = trimmed.conversation();
		if (!trimmed.letGo().isEmpty()) {
			this.events.accept(new HistoryTrimmed(trimmed.letGo()));
		}
	}

	void onWords(String id, LiveRole role, String delta) {
		apply(LiveRole.USER.equals(role) ? new ConversationItemInputAudioTranscriptionDelta(null, id, 0L, delta, null)
				: new ResponseOutputAudioTranscriptDelta(null, null, id, 0, 0, delta));
	}

	void onEnd(LiveTurn turn) {
		apply(LiveRole.USER.equals(turn.role()) ? new ConversationItemInputAudioTranscriptionCompleted(null, turn.id(),
				0, turn.text(), null, null, null)
				: new ResponseOutputAudioTranscriptDone(null, null, turn.id(), 0, 0, turn.text()));
		apply(new ConversationItemDone(null, null, item(turn.id(), turn.role(), ItemStatus.COMPLETED)));
	}

	private void apply(ServerEvent event) {
		this.conversation = this.conversation.apply(event);
	}

	private static Item item(String id, LiveRole role, ItemStatus status) {
		return LiveRole.USER.equals(role)
				? new UserMessage(id, null, status, List.of(new InputAudio(null, null, Map.of())), Map.of())
				: new AssistantMessage(id, null, status, List.of(new OutputAudio(null, null, Map.of())), Map.of());
	}

}
