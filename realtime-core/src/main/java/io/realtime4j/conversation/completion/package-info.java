/**
 * Completion of the events of servers that say less than others: ids that are left out,
 * and responses and items that are not announced. It is for sessions; applications do not
 * use it.
 */
@NullMarked
package io.realtime4j.conversation.completion;

import org.jspecify.annotations.NullMarked;
