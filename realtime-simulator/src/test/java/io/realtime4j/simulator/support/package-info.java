/**
 * What the tests of the simulator share.
 */
@NullMarked
package io.realtime4j.simulator.support;

import org.jspecify.annotations.NullMarked;
