package io.realtime4j.event.server;

import io.realtime4j.model.content.ResponsePart;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when a response starts a new content part of an item. Wire type
 * {@code response.content_part.added}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param contentIndex the place of the part in the content of the item, 0 if the server
 * did not say
 * @param part the part, or {@code null} if the server does not send it
 * @since 0.1.0
 */
public record ResponseContentPartAdded(@Nullable String eventId, @Nullable String responseId, @Nullable String itemId,
		long outputIndex, long contentIndex, @Nullable ResponsePart part) implements ServerEvent {

	@Override
	public String type() {
		return "response.content_part.added";
	}

}
