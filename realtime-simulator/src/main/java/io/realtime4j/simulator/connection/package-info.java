/**
 * Connections of clients: latency, faults, scripts, and the events received. Tests use
 * {@link io.realtime4j.simulator.connection.SimulatorConnection},
 * {@link io.realtime4j.simulator.connection.Handshake},
 * {@link io.realtime4j.simulator.connection.Latency},
 * {@link io.realtime4j.simulator.connection.ScriptStep} and
 * {@link io.realtime4j.simulator.connection.SimulatorScript}, and nothing else of this
 * package.
 */
@NullMarked
package io.realtime4j.simulator.connection;

import org.jspecify.annotations.NullMarked;
