/**
 * Applications between pages and a service, each in a process of its own.
 */
@NullMarked
package io.realtime4j.benchmarks.load.relay;

import org.jspecify.annotations.NullMarked;
