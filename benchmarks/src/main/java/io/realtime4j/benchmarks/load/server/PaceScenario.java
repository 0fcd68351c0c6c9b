package io.realtime4j.benchmarks.load.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.wire.Frames;
import io.realtime4j.benchmarks.load.wire.Stamp;

/**
 * A server that sends audio to each client at a steady pace, stamped with the time at
 * which it is written. Clients are spread over the time between two frames.
 */
final class PaceScenario extends SessionScenario {

	/**
	 * Spreads starts evenly, however many there are: the golden ratio.
	 */
	private static final double SPREAD = 0.618033988749895;

	private final long period;

	private final byte[] frame;

	private final int stampAt;

	private final Queue<Turn> turns = new PriorityQueue<>(Comparator.comparingLong(Turn::due));

	private final Set<Connection> gone = new HashSet<>();

	private long written;

	PaceScenario(Duration period, int audioBytes) {
		this.period = period.toNanos();
		String event = ServerEvents.audioDelta(0, ServerEvents.audio(audioBytes, 1));
		this.frame = Frames.text(event);
		this.stampAt = this.frame.length - event.length() + ServerEvents.DELTA_START.length();
	}

	@Override
	protected void requested(Connection connection) {
		connection.send(Frames.text(ServerEvents.responseCreated(connection.number())));
		long start = System.nanoTime() + (long) (this.period * (connection.number() * SPREAD % 1));
		this.turns.add(new Turn(connection, start));
	}

	@Override
	public void closed(Connection connection) {
		this.gone.add(connection);
	}

	@Override
	public long tick(Flusher flusher) {
		Turn turn = this.turns.peek();
		while (turn != null && turn.due() <= System.nanoTime()) {
			this.turns.poll();
			if (!this.gone.remove(turn.connection())) {
				turn.connection().send(stamped());
				flusher.flush(turn.connection());
				this.written++;
				this.turns.add(new Turn(turn.connection(), turn.due() + this.period));
			}
			turn = this.turns.peek();
		}
		return (turn != null) ? Math.max(0, turn.due() - System.nanoTime()) : NOTHING_PLANNED;
	}

	private byte[] stamped() {
		byte[] copy = this.frame.clone();
		byte[] digits = Long.toString(Stamp.now()).getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(digits, 0, copy, this.stampAt, digits.length);
		return copy;
	}

	@Override
	public Figures figures() {
		return Figures.none().with("written", this.written);
	}

	/**
	 * When a client gets its next frame.
	 */
	private record Turn(Connection connection, long due) {

	}

}
