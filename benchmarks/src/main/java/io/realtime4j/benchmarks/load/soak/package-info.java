/**
 * Conversations over a network that fails, and what came of every turn.
 */
@NullMarked
package io.realtime4j.benchmarks.load.soak;

import org.jspecify.annotations.NullMarked;
