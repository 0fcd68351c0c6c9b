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
	 * Comma-separated list of the types of events that pages may send. In any case pages
	 * can add only messages of the user, and cannot set instructions or tools.
	 */
	private List<String> allowedEvents = new ArrayList<>(
			List.of("input_audio_buffer.append", "input_audio_buffer.commit", "input_audio_buffer.clear",
					"conversation.item.create", "conversation.item.truncate", "conversation.item.delete",
					"conversation.item.retrieve", "response.create", "response.cancel"));

	/**
	 * Maximum size of a text frame from a page, including audio.
	 */
	private DataSize maxTextSize = DataSize.ofKilobytes(256);

	/**
	 * Maximum number of events from a page per second, including audio; twice as many are
	 * allowed at once.
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
