/**
 * Auto-configuration of the simulator in an application without a realtime service.
 */
@NullMarked
package io.realtime4j.simulator.autoconfigure;

import org.jspecify.annotations.NullMarked;
