/**
 * Translation between the GA and the beta protocol.
 */
@NullMarked
package io.realtime4j.simulator.dialect;

import org.jspecify.annotations.NullMarked;
