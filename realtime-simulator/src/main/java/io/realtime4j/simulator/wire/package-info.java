/**
 * JSON, ids and errors of the protocol. For the simulator itself; applications do not use
 * it.
 */
@NullMarked
package io.realtime4j.simulator.wire;

import org.jspecify.annotations.NullMarked;
