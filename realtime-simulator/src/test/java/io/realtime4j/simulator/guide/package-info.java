/**
 * An application and its tests, as users of the simulator write them.
 */
@NullMarked
package io.realtime4j.simulator.guide;

import org.jspecify.annotations.NullMarked;
