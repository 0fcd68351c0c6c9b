/**
 * The events that a server sends in a live session.
 */
@NullMarked
package io.realtime4j.live.event.server;

import org.jspecify.annotations.NullMarked;
