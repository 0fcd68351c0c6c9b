package io.realtime4j.benchmarks.load.server;

import io.realtime4j.benchmarks.load.wire.Frames;

/**
 * A server that pushes right behind the handshake, each client something else.
 */
final class HandshakeScenario extends SessionScenario {

	@Override
	public void opened(Connection connection) {
		HandshakeEvents.of(connection.number()).forEach((text) -> connection.send(Frames.text(text)));
	}

}
