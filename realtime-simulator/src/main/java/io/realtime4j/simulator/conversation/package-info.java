/**
 * The items of a conversation and their order.
 */
@NullMarked
package io.realtime4j.simulator.conversation;

import org.jspecify.annotations.NullMarked;
