package io.realtime4j.benchmarks.load.report;

import java.util.Collection;

/**
 * Figures of several runs.
 */
public final class Statistics {

	private Statistics() {
	}

	/**
	 * Return the median.
	 * @param values the figures, at least one
	 * @return the one in the middle, or the mean of the two there
	 */
	public static double median(Collection<Double> values) {
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	/**
	 * Return the value that a share of the values does not exceed.
	 * @param sorted the values in ascending order, at least one
	 * @param share the share, such as 0.99
	 * @return the value
	 */
	public static long percentile(long[] sorted, double share) {
		return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
	}

}
