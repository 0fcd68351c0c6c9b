package io.realtime4j.live.event;

import io.realtime4j.event.RealtimeMessage;

/**
 * Event of the {@code live} protocol, in one of the two directions.
 *
 * @since 0.1.0
 */
public interface LiveEvent extends RealtimeMessage {

}
