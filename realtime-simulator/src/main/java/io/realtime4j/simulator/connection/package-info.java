/**
 * One WebSocket connection as it is recorded and steered by tests.
 */
@NullMarked
package io.realtime4j.simulator.connection;

import org.jspecify.annotations.NullMarked;
