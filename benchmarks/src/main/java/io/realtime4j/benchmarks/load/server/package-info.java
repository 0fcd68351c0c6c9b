/**
 * The server of the load programs, which does as little as possible itself.
 */
@NullMarked
package io.realtime4j.benchmarks.load.server;

import org.jspecify.annotations.NullMarked;
