/**
 * Clock and threads of the simulator. Tests use
 * {@link io.realtime4j.simulator.time.Timeline} and
 * {@link io.realtime4j.simulator.time.Cancellable}, and nothing else of this package.
 */
@NullMarked
package io.realtime4j.simulator.time;

import org.jspecify.annotations.NullMarked;
