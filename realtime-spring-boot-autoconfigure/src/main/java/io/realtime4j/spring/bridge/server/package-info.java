/**
 * Server side of the bridge, which ties its parts together.
 */
@NullMarked
package io.realtime4j.spring.bridge.server;

import org.jspecify.annotations.NullMarked;
