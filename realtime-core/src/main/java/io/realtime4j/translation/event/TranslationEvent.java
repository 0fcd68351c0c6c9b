package io.realtime4j.translation.event;

import io.realtime4j.event.RealtimeMessage;

/**
 * Event of the {@code translation} protocol, in one of the two directions.
 *
 * @since 0.1.0
 */
public sealed interface TranslationEvent extends RealtimeMessage
		permits TranslationClientEvent, TranslationServerEvent {

}
