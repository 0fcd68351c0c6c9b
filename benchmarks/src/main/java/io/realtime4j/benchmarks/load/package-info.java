/**
 * Load on sessions, side by side with other clients: programs with a server and a client
 * in JVMs of their own.
 */
@NullMarked
package io.realtime4j.benchmarks.load;

import org.jspecify.annotations.NullMarked;
