package io.realtime4j.translation.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Event that a server sends in a translation session.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface TranslationServerEvent extends TranslationEvent
		permits ErrorEvent, SessionCreated, SessionUpdated, SessionClosed, SessionInputTranscriptDelta,
		SessionOutputTranscriptDelta, SessionOutputAudioDelta, UnknownTranslationServerEvent {

}
