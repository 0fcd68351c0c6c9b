package io.realtime4j.benchmarks.load.report;

import java.util.Arrays;

import io.realtime4j.benchmarks.load.process.Figures;

/**
 * Times that frames took. Not thread-safe.
 */
public final class Latencies {

	private static final int FIRST = 1024;

	private long[] values = new long[FIRST];

	private int count;

	/**
	 * Forget all.
	 */
	public void clear() {
		this.count = 0;
	}

	/**
	 * Add a time.
	 * @param nanos the time in nanoseconds
	 */
	public void add(long nanos) {
		if (this.count == this.values.length) {
			this.values = Arrays.copyOf(this.values, this.count * 2);
		}
		this.values[this.count++] = nanos;
	}

	/**
	 * Return what is known of the times: {@code frames}, {@code p50}, {@code p99} and
	 * {@code max}, the latter 0 if there are none.
	 * @return the figures
	 */
	public Figures figures() {
		long[] sorted = Arrays.copyOf(this.values, this.count);
		Arrays.sort(sorted);
		boolean some = this.count > 0;
		return Figures.none()
			.with("frames", this.count)
			.with("p50", (some) ? Statistics.percentile(sorted, 0.5) : 0)
			.with("p99", (some) ? Statistics.percentile(sorted, 0.99) : 0)
			.with("max", (some) ? sorted[this.count - 1] : 0);
	}

}
