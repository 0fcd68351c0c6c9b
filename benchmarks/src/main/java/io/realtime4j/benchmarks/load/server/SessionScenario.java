package io.realtime4j.benchmarks.load.server;

import io.realtime4j.benchmarks.load.wire.Frames;

/**
 * A server that opens sessions and acknowledges their settings.
 */
class SessionScenario implements Scenario {

	@Override
	public void opened(Connection connection) {
		connection.send(Frames.text(ServerEvents.sessionCreated(connection.number())));
	}

	@Override
	public final void received(Connection connection, String text) {
		if (text.contains("\"session.update\"")) {
			connection.send(Frames.text(ServerEvents.sessionUpdated(connection.number())));
		}
		else if (text.contains("\"response.create\"")) {
			requested(connection);
		}
	}

	/**
	 * A client asks for a response.
	 * @param connection the client
	 */
	protected void requested(Connection connection) {
	}

}
