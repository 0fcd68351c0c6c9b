package io.realtime4j.simulator.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.connection.ServedConnection;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.session.ServedSession;
import io.realtime4j.simulator.time.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Internal log of the connections that are open and of the last that were.
 *
 * @since 0.1.0
 */
public final class ConnectionLog {

	private static final int REMEMBERED = 256;

	private final List<SimulatorConnection> connections = new ArrayList<>();

	private final Signal signal = new Signal();

	private int forgotten;

	/**
	 * Return the connections.
	 * @return a copy, oldest first
	 */
	public List<SimulatorConnection> all() {
		synchronized (this.connections) {
			return List.copyOf(this.connections);
		}
	}

	/**
	 * Wait for a connection.
	 * @param number the number of the connection since the start, 1 for the first
	 * @param timeout how long to wait
	 * @return the connection
	 * @throws IllegalStateException if it did not come in time
	 */
	public SimulatorConnection await(int number, Duration timeout) {
		return this.signal.await(() -> {
			synchronized (this.connections) {
				int index = number - this.forgotten - 1;
				return (index >= 0 && index < this.connections.size()) ? this.connections.get(index) : null;
			}
		}, timeout, () -> "Connection " + number + " did not come, but only " + count());
	}

	/**
	 * Find a session that is served over an open connection.
	 * @param sessionId the identifier of the session
	 * @return the session, or {@code null} if there is none
	 */
	@Nullable ServedSession session(String sessionId) {
		return all().stream()
			.filter((connection) -> connection.isOpen() && connection.sessionId().equals(sessionId))
			.filter(ServedConnection.class::isInstance)
			.map((connection) -> ((ServedConnection) connection).session())
			.findFirst()
			.orElse(null);
	}

	void add(SimulatorConnection connection) {
		synchronized (this.connections) {
			forgetOld();
			this.connections.add(connection);
		}
		this.signal.changed();
	}

	private int count() {
		synchronized (this.connections) {
			return this.forgotten + this.connections.size();
		}
	}

	private void forgetOld() {
		List<SimulatorConnection> gone = this.connections.stream()
			.filter((connection) -> !connection.isOpen())
			.toList();
		int tooMany = gone.size() - REMEMBERED;
		if (tooMany > 0) {
			this.connections.removeAll(gone.subList(0, tooMany));
			this.forgotten += tooMany;
		}
	}

}
