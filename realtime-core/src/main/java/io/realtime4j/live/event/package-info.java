/**
 * The common type of the events of both directions of the {@code live} protocol.
 */
@NullMarked
package io.realtime4j.live.event;

import org.jspecify.annotations.NullMarked;
