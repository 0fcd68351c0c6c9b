package io.realtime4j.session;

import java.util.List;
import java.util.Objects;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * The history of a session changed: something was said or done, a transcript came, or
 * what nobody heard was cut off. It is not told of text that is still being said, piece
 * by piece: the deltas are events of their own. It never stands on the wire.
 *
 * @param conversation the history as it is now
 * @param changes what makes the entries told of before those of this history, in the
 * order in which to apply them; never empty
 * @since 0.1.0
 */
public record ConversationChanged(Conversation conversation,
		List<ConversationChange> changes) implements RealtimeMessage {

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
