package io.realtime4j.benchmarks.load.server;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.report.Latencies;
import io.realtime4j.benchmarks.load.wire.CallAudio;
import io.realtime4j.benchmarks.load.wire.Frames;
import io.realtime4j.benchmarks.load.wire.Stamp;

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

	private final Latencies heard = new Latencies();

	private int turns;

	private long written;

	/**
	 * Create a scenario.
	 * @param turn how long a turn is
	 */
	CallScenario(Duration turn) {
		this.turnFrames = Math.max(1, Math.toIntExact(turn.toNanos() / PERIOD));
	}

	@Override
	public void opened(Connection connection) {
		connection.send(Frames.text(ServerEvents.sessionCreated(connection.number())));
	}

	@Override
	public void received(Connection connection, String text) {
		CallAudio.heard(text, this.heard);
		if (text.contains("\"session.update\"")) {
			connection.send(Frames.text(ServerEvents.sessionUpdated(connection.number())));
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
	}

	@Override
	public long tick(Flusher flusher) {
		Call call = this.due.peek();
		while (call != null && call.due <= System.nanoTime()) {
			this.due.poll();
			call.speak();
			call.due += PERIOD;
			this.due.add(call);
			flusher.flush(call.connection);
			call = this.due.peek();
		}
		return (call != null) ? Math.max(0, call.due - System.nanoTime()) : NOTHING_PLANNED;
	}

	@Override
	public void command(String command, Flusher flusher) {
		if (command.equals(LoadServer.BEGIN)) {
			this.heard.clear();
			this.written = 0;
		}
	}

	@Override
	public Figures figures() {
		return this.heard.figures().with("written", this.written);
	}

	/**
	 * A client that is spoken to.
	 */
	private final class Call {

		private final Connection connection;

		private long due;

		private int frame;

		private CallEvents turn = new CallEvents(-1, -1, "");

		private byte[] audio = {};

		private int stampIndex;

		Call(Connection connection) {
			this.connection = connection;
			this.due = System.nanoTime() + (long) (PERIOD * (connection.number() * SPREAD % 1));
		}

		void speak() {
			if (this.frame == 0) {
				this.turn = new CallEvents(CallScenario.this.turns++, this.turn.number(), "");
				this.turn.begin().forEach(this.connection::send);
				this.audio = this.turn.audio();
				this.stampIndex = CallEvents.stampIndex(this.audio);
			}
			byte[] copy = this.audio.clone();
			System.arraycopy(Stamp.base64(Stamp.now()), 0, copy, this.stampIndex, Stamp.BASE64_LENGTH);
			this.connection.send(copy);
			CallScenario.this.written++;
			this.frame = (this.frame + 1) % CallScenario.this.turnFrames;
			if (this.frame == 0) {
				this.turn.end().forEach(this.connection::send);
			}
		}

	}

}
