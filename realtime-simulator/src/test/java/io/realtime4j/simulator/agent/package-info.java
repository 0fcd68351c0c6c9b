/**
 * Conversations of this project's own client with the simulator.
 */
@NullMarked
package io.realtime4j.simulator.agent;

import org.jspecify.annotations.NullMarked;
