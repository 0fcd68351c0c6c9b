/**
 * The simulator in a container.
 */
@NullMarked
package io.realtime4j.simulator.container;

import org.jspecify.annotations.NullMarked;
