package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.unit.DataSize;

/**
 * Properties for the relay mode.
 *
 * @since 0.1.0
 */
public class BridgeRelayProperties {

	/**
	 * Comma-separated list of the types of the events that pages may send. Whatever they
	 * are, pages can add only messages of the user, and cannot give instructions or
	 * tools.
	 */
	private List<String> allowedEvents = new ArrayList<>(
			List.of("input_audio_buffer.append", "input_audio_buffer.commit", "input_audio_buffer.clear",
					"conversation.item.create", "conversation.item.truncate", "conversation.item.delete",
					"conversation.item.retrieve", "response.create", "response.cancel"));

	/**
	 * Largest text frame that is taken from a page, its audio included.
	 */
	private DataSize maxTextSize = DataSize.ofKilobytes(256);

	/**
	 * Largest number of events that a page may send in a second, its audio included;
	 * twice as many may come at once.
	 */
	private int eventsPerSecond = 200;

	public List<String> getAllowedEvents() {
		return this.allowedEvents;
	}

	public void setAllowedEvents(List<String> allowedEvents) {
		this.allowedEvents = allowedEvents;
	}

	public DataSize getMaxTextSize() {
		return this.maxTextSize;
	}

	public void setMaxTextSize(DataSize maxTextSize) {
		this.maxTextSize = maxTextSize;
	}

	public int getEventsPerSecond() {
		return this.eventsPerSecond;
	}

	public void setEventsPerSecond(int eventsPerSecond) {
		this.eventsPerSecond = eventsPerSecond;
	}

}
