package io.realtime4j.benchmarks.load.server;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.wire.CallAudio;
import io.realtime4j.benchmarks.load.wire.Frames;

/**
 * A service in calls: it speaks to each client at the pace of speech, in turns without a
 * pause, from when the client has sent its settings, and hears what the client says.
 */
final class CallScenario implements Scenario {

	private static final long PERIOD = Duration.ofSeconds(1).toNanos() / CallAudio.PER_SECOND;

	/**
	 * Spreads starts evenly, however many there are: the golden ratio.
	 */
	private static final double SPREAD = 0.618033988749895;

	private final int turnFrames;

	private final Map<Connection, Call> calls = new HashMap<>();

	private final Queue<Call> due = new PriorityQueue<>(Comparator.comparingLong((call) -> call.due));

	private final CallSound sound;

	private boolean silent;

	private int turns;

	private long written;

	/**
	 * Create a scenario.
	 * @param turn how long a turn is
	 * @param sound what the audio is like
	 */
	CallScenario(Duration turn, CallSound sound) {
		this.sound = sound;
		this.turnFrames = Math.max(1, Math.toIntExact(turn.toNanos() / PERIOD));
	}

	@Override
	public void opened(Connection connection) {
		connection.send(Frames.text(ServerEvents.sessionCreated(connection.number())));
	}

	@Override
	public void received(Connection connection, String text) {
		this.sound.hear(connection, text);
		if (text.contains("\"session.update\"")) {
			connection.send(Frames.text(this.sound.settled(connection.number())));
			if (!this.calls.containsKey(connection)) {
				Call call = new Call(connection);
				this.calls.put(connection, call);
				this.due.add(call);
			}
		}
	}

	@Override
	public void closed(Connection connection) {
		Call call = this.calls.remove(connection);
		if (call != null) {
			this.due.remove(call);
		}
		this.sound.forget(connection);
	}

	@Override
	public long tick(Flusher flusher) {
		Call call = this.due.peek();
		while (call != null && call.due <= System.nanoTime()) {
			this.due.poll();
			if (!this.silent) {
				call.speak();
			}
			call.due += PERIOD;
			this.due.add(call);
			flusher.flush(call.connection);
			call = this.due.peek();
		}
		return (call != null) ? Math.max(0, call.due - System.nanoTime()) : NOTHING_PLANNED;
	}

	@Override
	public void command(String command, Flusher flusher) {
		switch (command) {
			case LoadServer.BEGIN -> {
				this.sound.begin();
				this.written = 0;
				this.silent = false;
			}
			case LoadServer.MEASURE -> this.sound.measure();
			case LoadServer.HUSH -> {
				this.silent = true;
			}
			default -> {
				// The figures are all that is wanted
			}
		}
	}

	@Override
	public Figures figures() {
		return this.sound.figures().with("written", this.written);
	}

	/**
	 * A client that is spoken to.
	 */
	private final class Call {

		private final Connection connection;

		private long due;

		private int frame;

		private CallEvents turn = new CallEvents(-1, -1, "");

		Call(Connection connection) {
			this.connection = connection;
			this.due = System.nanoTime() + (long) (PERIOD * (connection.number() * SPREAD % 1));
		}

		void speak() {
			if (this.frame == 0) {
				this.turn = new CallEvents(CallScenario.this.turns++, this.turn.number(), "");
				this.turn.begin().forEach(this.connection::send);
			}
			this.connection.send(CallScenario.this.sound.speak(this.connection, this.turn));
			CallScenario.this.written++;
			this.frame = (this.frame + 1) % CallScenario.this.turnFrames;
			if (this.frame == 0) {
				this.turn.end().forEach(this.connection::send);
			}
		}

	}

}
