/**
 * Access to the bridge: who may connect, how often, and with how many sessions. For the
 * bridge itself; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.bridge.access;

import org.jspecify.annotations.NullMarked;
