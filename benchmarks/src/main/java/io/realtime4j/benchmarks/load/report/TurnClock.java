package io.realtime4j.benchmarks.load.report;

/**
 * The time from one turn of a conversation to the next, over many turns.
 */
public final class TurnClock {

	private int expected;

	private int turns;

	private long first;

	private long last;

	/**
	 * Begin anew.
	 * @param turns how many turns are to come
	 */
	public synchronized void expect(int turns) {
		this.expected = turns;
		this.turns = 0;
	}

	/**
	 * A turn is over.
	 */
	public synchronized void pass() {
		this.last = System.nanoTime();
		if (this.turns == 0) {
			this.first = this.last;
		}
		this.turns++;
	}

	/**
	 * Return whether all turns have come.
	 * @return whether they have
	 */
	public synchronized boolean isDone() {
		return this.turns >= this.expected;
	}

	/**
	 * Return how long a turn took.
	 * @return the time from the end of the first turn to that of the last, for each, in
	 * nanoseconds
	 * @throws IllegalStateException if there were other turns than expected
	 */
	public synchronized long nanos() {
		if (this.turns != this.expected) {
			throw new IllegalStateException(this.turns + " turns came, " + this.expected + " were expected");
		}
		return (this.last - this.first) / Math.max(1, this.turns - 1);
	}

}
