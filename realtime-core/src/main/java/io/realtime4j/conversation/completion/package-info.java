/**
 * Completion of the events of servers that say less than others: ids that are left out,
 * responses and items that are not announced, and the conversation of a response. It is
 * for sessions and for what takes part in them; applications do not use it.
 */
@NullMarked
package io.realtime4j.conversation.completion;

import org.jspecify.annotations.NullMarked;
