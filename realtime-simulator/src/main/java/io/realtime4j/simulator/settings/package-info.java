/**
 * Settings of a session and of a response, and the rules for updates. For the simulator
 * itself; applications do not use it.
 */
@NullMarked
package io.realtime4j.simulator.settings;

import org.jspecify.annotations.NullMarked;
