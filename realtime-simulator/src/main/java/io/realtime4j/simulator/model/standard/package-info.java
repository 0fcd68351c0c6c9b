/**
 * Default model of the simulator.
 */
@NullMarked
package io.realtime4j.simulator.model.standard;

import org.jspecify.annotations.NullMarked;
