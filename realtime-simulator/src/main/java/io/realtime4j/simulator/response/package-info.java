/**
 * Responses while they are streamed. For the simulator itself; applications do not use
 * it.
 */
@NullMarked
package io.realtime4j.simulator.response;

import org.jspecify.annotations.NullMarked;
