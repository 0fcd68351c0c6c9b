package io.realtime4j.benchmarks.load;

import java.time.Duration;

import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Pause;
import org.jspecify.annotations.Nullable;

/**
 * Visit of somebody who behaves in one way.
 *
 * @param name how he behaves
 * @param memory what the application held at the end
 * @param cpu how much of all processors the application took, from 0 to 1
 * @param others how others fared
 * @param calm the same without the visitor, or {@code null} if this is it
 */
record Visit(String name, MemoryUse memory, double cpu, Figures others, @Nullable Visit calm) {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final double MIB = 1024 * 1024;

	private static final double NANOS_PER_MILLI = 1e6;

	private static final double PERCENT = 100;

	/**
	 * Watch a visit.
	 * @param name how the visitor behaves
	 * @param bridge the application
	 * @param pages his pages and those of others
	 * @param time how long
	 * @param calm the same without him, or {@code null}
	 * @return the visit
	 */
	static Visit watch(String name, ChildProcess bridge, ChildProcess pages, Duration time, @Nullable Visit calm) {
		pages.ask("begin", PATIENCE);
		Duration before = bridge.cpu();
		long start = System.nanoTime();
		Pause.of(time);
		Duration cpu = bridge.cpu().minus(before);
		double elapsed = System.nanoTime() - start;
		Figures others = pages.ask("figures", PATIENCE);
		double share = cpu.toNanos() / elapsed / Runtime.getRuntime().availableProcessors();
		return new Visit(name, MemoryUse.of(bridge), share, others, calm);
	}

	double memoryMib() {
		return ((this.calm != null) ? this.memory.minus(this.calm.memory()) : this.memory.heap()) / MIB;
	}

	double heapMib() {
		return (this.memory.heap() - ((this.calm != null) ? this.calm.memory().heap() : 0)) / MIB;
	}

	double cpuPercent() {
		return PERCENT * (this.cpu - ((this.calm != null) ? this.calm.cpu() : 0));
	}

	double answerMillis() {
		return this.others.get("p99") / NANOS_PER_MILLI;
	}

	double[] row() {
		return new double[] { memoryMib(), heapMib(), cpuPercent(), this.others.get("gone"),
				this.others.get("p50") / NANOS_PER_MILLI, answerMillis() };
	}

}
