package io.realtime4j.event.client;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.event.RealtimeMessage;

/**
 * Event that a client sends.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface ClientEvent extends RealtimeMessage
		permits ConversationItemCreate, ConversationItemDelete, ConversationItemRetrieve, ConversationItemTruncate,
		InputAudioBufferAppend, InputAudioBufferClear, InputAudioBufferCommit, OutputAudioBufferClear, ResponseCancel,
		ResponseCreate, SessionUpdate, TranscriptionSessionUpdate, UnknownClientEvent {

	/**
	 * Return this event with another id.
	 * @param eventId the id, at most 512 characters
	 * @return a copy with the id
	 */
	ClientEvent withEventId(String eventId);

}
