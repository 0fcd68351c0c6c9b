package io.realtime4j.benchmarks.load;

import java.time.Duration;

import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.relay.RelayApplication;

/**
 * Memory of an application.
 *
 * @param heap the live heap in bytes
 * @param code classes and compiled code in bytes, 0 where they are not told apart
 * @param resident the resident set in bytes
 */
record MemoryUse(long heap, long code, long resident) {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	static MemoryUse of(ChildProcess application) {
		Figures figures = application.ask(RelayApplication.MEMORY, PATIENCE);
		return new MemoryUse(figures.get("heap"), figures.get("code"), application.resident());
	}

	/**
	 * Return how much more this is. The whole heap of a JVM is resident from the start,
	 * so that its growth comes on top of that of the resident set; code does not count.
	 * In Node the heap is a part of what is resident.
	 * @param before what was held before
	 * @return the size in bytes
	 */
	long minus(MemoryUse before) {
		long outside = (this.resident - this.code) - (before.resident - before.code);
		return (this.code == 0) ? outside : this.heap - before.heap + outside;
	}

}
