/**
 * Frames of WebSockets, as servers and clients of the load programs write and read them.
 */
@NullMarked
package io.realtime4j.benchmarks.load.wire;

import org.jspecify.annotations.NullMarked;
