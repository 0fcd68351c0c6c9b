package io.realtime4j.simulator.server;

import io.realtime4j.simulator.connection.Handshake;
import io.realtime4j.simulator.session.SessionRequest;

/**
 * A client that was let in.
 *
 * @param handshake the request by which it connected
 * @param session what it asks for
 */
record Arrival(Handshake handshake, SessionRequest session) {
}
