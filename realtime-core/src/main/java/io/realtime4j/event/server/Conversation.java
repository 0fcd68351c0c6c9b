package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Conversation of a session.
 *
 * @param id the id of the conversation, or {@code null} if absent
 * @param object always {@code realtime.conversation}, or {@code null} if absent
 * @since 0.1.0
 */
public record Conversation(@Nullable String id, @Nullable String object) {

}
