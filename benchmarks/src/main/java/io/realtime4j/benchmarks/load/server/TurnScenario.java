package io.realtime4j.benchmarks.load.server;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service that goes through turns of a conversation as fast as the client reads them,
 * when it is told to: {@code push=CONNECTION,TURNS}, the first being the place of a
 * client among those that are connected, by the order in which they came. All of a turn
 * is written: the items, the words, and no audio.
 */
final class TurnScenario extends SessionScenario {

	private static final String ANSWER = "Twelve words or so are what an answer has in a call.";

	private static final String PUSH = "push=";

	private final List<Connection> connections = new ArrayList<>();

	private final Map<Connection, Integer> last = new HashMap<>();

	private int turns;

	@Override
	public void opened(Connection connection) {
		super.opened(connection);
		this.connections.add(connection);
	}

	@Override
	public void closed(Connection connection) {
		this.connections.remove(connection);
		this.last.remove(connection);
	}

	@Override
	public void command(String command, Flusher flusher) {
		if (command.startsWith(PUSH)) {
			String[] push = command.substring(PUSH.length()).split(",");
			Connection connection = this.connections.get(Integer.parseInt(push[0]));
			for (int i = 0; i < Integer.parseInt(push[1]); i++) {
				connection.send(turn(connection));
			}
			flusher.flush(connection);
		}
	}

	private byte[] turn(Connection connection) {
		int number = this.turns++;
		CallEvents turn = new CallEvents(number, this.last.getOrDefault(connection, -1), ANSWER);
		this.last.put(connection, number);
		ByteArrayOutputStream frames = new ByteArrayOutputStream();
		turn.begin().forEach(frames::writeBytes);
		turn.words().forEach(frames::writeBytes);
		turn.end().forEach(frames::writeBytes);
		return frames.toByteArray();
	}

}
