/**
 * The clock and the serial lanes on which simulated sessions run.
 */
@NullMarked
package io.realtime4j.simulator.time;

import org.jspecify.annotations.NullMarked;
