package io.realtime4j.benchmarks.load;

import java.util.Set;

import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.report.Report;

/**
 * A program that puts load on sessions and reports what came of it.
 */
interface LoadProgram {

	/**
	 * Return the options that it takes, besides {@code --java}.
	 * @return the names
	 */
	Set<String> options();

	/**
	 * Run.
	 * @param options the options
	 * @return the report
	 * @throws IllegalStateException if the run cannot be believed, such as when a client
	 * received less than was sent
	 */
	Report run(Options options);

}
