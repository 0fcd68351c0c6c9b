package io.realtime4j.spring.bridge;

import java.util.Set;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseSettings;

import org.springframework.web.socket.CloseStatus;

/**
 * Reads what a page says in the protocol of the service, and knows what it may say.
 */
final class RelayCommands {

	private static final String NOT_ALLOWED = "event_not_allowed";

	private final RealtimeCodec codec = RealtimeCodec.create();

	private final Set<String> allowed;

	RelayCommands(Set<String> allowed) {
		this.allowed = allowed;
	}

	/**
	 * Read an event, in either dialect. Its audio is not decoded.
	 * @param text the text
	 * @return the event
	 * @throws BadFrameException if it is none
	 */
	ClientEvent read(String text) {
		try {
			return this.codec.decodeClientEvent(text);
		}
		catch (RealtimeCodecException ex) {
			throw new BadFrameException(CloseStatus.BAD_DATA.withReason("A text frame is an event of a client"));
		}
	}

	/**
	 * Check whether a page may say something.
	 * @param event what it says
	 * @throws InvalidCommandException if it may not
	 */
	void check(ClientEvent event) {
		if (!this.allowed.contains(event.type())) {
			throw new InvalidCommandException(NOT_ALLOWED, "This event is not allowed here.");
		}
		if (event instanceof ConversationItemCreate create && !(create.item() instanceof UserMessage)) {
			throw new InvalidCommandException(NOT_ALLOWED, "Only messages of the user may be added.");
		}
		if (event instanceof ResponseCreate create && create.response() != null && !isHarmless(create.response())) {
			throw new InvalidCommandException(NOT_ALLOWED,
					"A response may have output_modalities, max_output_tokens and metadata only.");
		}
	}

	private static boolean isHarmless(ResponseSettings settings) {
		ResponseSettings.Builder harmless = ResponseSettings.builder();
		if (settings.outputModalities() != null) {
			harmless.outputModalities(settings.outputModalities());
		}
		if (settings.maxOutputTokens() != null) {
			harmless.maxOutputTokens(settings.maxOutputTokens());
		}
		if (settings.metadata() != null) {
			harmless.metadata(settings.metadata());
		}
		return harmless.build().equals(settings);
	}

}
