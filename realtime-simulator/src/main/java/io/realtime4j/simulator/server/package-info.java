/**
 * The HTTP and WebSocket server under the simulator.
 */
@NullMarked
package io.realtime4j.simulator.server;

import org.jspecify.annotations.NullMarked;
