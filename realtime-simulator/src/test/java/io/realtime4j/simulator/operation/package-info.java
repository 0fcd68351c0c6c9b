/**
 * Applications that their operators look into.
 */
@NullMarked
package io.realtime4j.simulator.operation;

import org.jspecify.annotations.NullMarked;
