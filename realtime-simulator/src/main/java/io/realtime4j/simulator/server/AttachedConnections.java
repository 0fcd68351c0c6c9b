package io.realtime4j.simulator.server;

import java.util.function.Function;
import java.util.stream.Stream;

import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.rest.CallSideband;

/**
 * The connections of a server that are attached to calls.
 */
final class AttachedConnections implements CallSideband {

	private static final int NORMAL = 1000;

	private final Function<String, Stream<SimulatorConnection>> connections;

	AttachedConnections(Function<String, Stream<SimulatorConnection>> connections) {
		this.connections = connections;
	}

	@Override
	public void send(String callId, String text) {
		this.connections.apply(callId).filter(SimulatorConnection::isOpen).forEach((open) -> open.send(text));
	}

	@Override
	public void end(String callId) {
		this.connections.apply(callId).forEach((connection) -> connection.close(NORMAL, ""));
	}

}
