/**
 * Port to a WebSocket that sends and receives text.
 * {@link io.realtime4j.transport.ConnectFailures},
 * {@link io.realtime4j.transport.EndpointUris} and
 * {@link io.realtime4j.transport.RetryAfter} are for transports and sessions;
 * applications do not use those.
 */
@NullMarked
package io.realtime4j.transport;

import org.jspecify.annotations.NullMarked;
