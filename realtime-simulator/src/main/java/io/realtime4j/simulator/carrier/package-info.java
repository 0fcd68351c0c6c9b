/**
 * Simulated carriers, which call an application over media streams.
 */
@NullMarked
package io.realtime4j.simulator.carrier;

import org.jspecify.annotations.NullMarked;
