/**
 * The state of one simulated session and the commands that change it.
 */
@NullMarked
package io.realtime4j.simulator.session;

import org.jspecify.annotations.NullMarked;
