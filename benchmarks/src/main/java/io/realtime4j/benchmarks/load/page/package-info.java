/**
 * Pages: WebSocket clients of an application, in a JVM of their own.
 */
@NullMarked
package io.realtime4j.benchmarks.load.page;

import org.jspecify.annotations.NullMarked;
