package io.realtime4j.translation.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Event that a client sends to a translation session.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface TranslationClientEvent extends TranslationEvent
		permits SessionUpdate, SessionInputAudioBufferAppend, SessionClose, UnknownTranslationClientEvent {

	/**
	 * Return this event with another id.
	 * @param eventId the id, at most 512 characters
	 * @return a copy with the id
	 */
	TranslationClientEvent withEventId(String eventId);

}
