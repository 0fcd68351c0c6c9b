package io.realtime4j.spring.bridge;

import java.util.Set;

import org.springframework.util.Assert;

/**
 * Settings of the relay, for pages that use the protocol of the service.
 *
 * @param allowedEvents the wire types of the events that pages may send. Whatever they
 * are, pages can add only messages of the user, cannot give instructions or tools, and
 * cannot change the settings of the session
 * @since 0.1.0
 */
public record RelaySettings(Set<String> allowedEvents) {

	private static final Set<String> POSSIBLE = Set.of("input_audio_buffer.append", "input_audio_buffer.commit",
			"input_audio_buffer.clear", "output_audio_buffer.clear", "conversation.item.create",
			"conversation.item.truncate", "conversation.item.delete", "conversation.item.retrieve", "response.create",
			"response.cancel");

	/**
	 * Create a new {@link RelaySettings} instance.
	 */
	public RelaySettings {
		allowedEvents = Set.copyOf(allowedEvents);
		Assert.isTrue(POSSIBLE.containsAll(allowedEvents), "'allowedEvents' must hold possible events only");
	}

	/**
	 * Return the types of events that pages can be allowed to send.
	 * @return the wire types of all events but those that change settings
	 */
	public static Set<String> possibleEvents() {
		return POSSIBLE;
	}

}
