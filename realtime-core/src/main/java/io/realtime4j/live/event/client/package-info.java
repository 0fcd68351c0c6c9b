/**
 * The events that a client sends to a live session.
 */
@NullMarked
package io.realtime4j.live.event.client;

import org.jspecify.annotations.NullMarked;
