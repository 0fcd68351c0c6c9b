/**
 * Clients by others that hold conversations with the simulator.
 */
@NullMarked
package io.realtime4j.simulator.foreign;

import org.jspecify.annotations.NullMarked;
