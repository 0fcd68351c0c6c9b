/**
 * The clients under load, each in a JVM of its own.
 */
@NullMarked
package io.realtime4j.benchmarks.load.client;

import org.jspecify.annotations.NullMarked;
