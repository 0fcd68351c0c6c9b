/**
 * History of a conversation, computed from the stream of events.
 */
@NullMarked
package io.realtime4j.conversation;

import org.jspecify.annotations.NullMarked;
