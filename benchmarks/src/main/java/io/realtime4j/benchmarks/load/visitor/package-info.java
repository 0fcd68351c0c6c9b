/**
 * A visitor who takes all that the bridge allows, and the others beside him.
 */
@NullMarked
package io.realtime4j.benchmarks.load.visitor;

import org.jspecify.annotations.NullMarked;
