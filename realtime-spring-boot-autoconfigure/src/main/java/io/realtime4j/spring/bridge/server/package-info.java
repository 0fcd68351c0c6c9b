/**
 * Server of the bridge, which connects its parts. For auto-configuration; applications do
 * not use it.
 */
@NullMarked
package io.realtime4j.spring.bridge.server;

import org.jspecify.annotations.NullMarked;
