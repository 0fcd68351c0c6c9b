package io.realtime4j.session;

import java.util.List;
import java.util.Objects;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Event published when the history of a session changed: an entry was added, a transcript
 * arrived, or text that nobody heard was removed. It is not published for deltas of text,
 * which are events of their own. It is never sent or received.
 *
 * @param conversation the history as it is now
 * @param changes what makes the entries told of before those of this history, in the
 * order in which to apply them; never empty
 * @since 0.1.0
 */
public record ConversationChanged(Conversation conversation,
		List<ConversationChange> changes) implements RealtimeMessage {

	/**
	 * Create a new {@link ConversationChanged} instance.
	 */
	public ConversationChanged {
		Objects.requireNonNull(conversation, "'conversation' must not be null");
		changes = List.copyOf(changes);
	}

	@Override
	public String type() {
		return "realtime4j.conversation.changed";
	}

	@Override
	public @Nullable String eventId() {
		return null;
	}

}
