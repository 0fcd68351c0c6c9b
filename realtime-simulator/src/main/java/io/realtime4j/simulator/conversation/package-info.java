/**
 * Items of a conversation and their order. For the simulator itself; applications do not
 * use it.
 */
@NullMarked
package io.realtime4j.simulator.conversation;

import org.jspecify.annotations.NullMarked;
