/**
 * Translation between the GA and the beta protocol. For the simulator itself;
 * applications do not use it.
 */
@NullMarked
package io.realtime4j.simulator.dialect;

import org.jspecify.annotations.NullMarked;
