/**
 * JVMs that are started, spoken to and ended by the load programs.
 */
@NullMarked
package io.realtime4j.benchmarks.load.process;

import org.jspecify.annotations.NullMarked;
