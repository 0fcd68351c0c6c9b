/**
 * The settings of a session and of a response, and the rules by which updates are
 * accepted.
 */
@NullMarked
package io.realtime4j.simulator.settings;

import org.jspecify.annotations.NullMarked;
