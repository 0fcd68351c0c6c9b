/**
 * HTTP and WebSocket server of the simulator. For the simulator itself; applications do
 * not use it.
 */
@NullMarked
package io.realtime4j.simulator.server;

import org.jspecify.annotations.NullMarked;
