package io.realtime4j.store;

import java.util.function.Supplier;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Internal view of a session whose conversation is written, of whatever family. All of it
 * may be used by any thread.
 *
 * @param session the session
 * @param conversation returns what was said so far
 * @param settings returns the essentials of its settings, or {@code null} as long as the
 * server has told none
 * @param silence has nothing more be heard of what the model is saying
 * @since 0.1.0
 */
public record RecordedSession(VoiceSession session, Supplier<Conversation> conversation,
		Supplier<@Nullable StoredSettings> settings, Runnable silence) {

}
