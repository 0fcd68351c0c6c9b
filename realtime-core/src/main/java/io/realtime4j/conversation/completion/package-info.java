/**
 * Completion of the events of servers that send less than others: missing ids, responses
 * and items that are not announced, and the conversation of a response. It is for
 * sessions and for interceptors; applications do not use it.
 */
@NullMarked
package io.realtime4j.conversation.completion;

import org.jspecify.annotations.NullMarked;
