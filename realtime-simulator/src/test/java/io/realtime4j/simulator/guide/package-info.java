/**
 * The code that the guide to tests shows.
 */
@NullMarked
package io.realtime4j.simulator.guide;

import org.jspecify.annotations.NullMarked;
