/**
 * Relay for pages that use the protocol of the service. For the bridge itself;
 * applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.bridge.relay;

import org.jspecify.annotations.NullMarked;
