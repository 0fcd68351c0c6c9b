package io.realtime4j.spring.boot.autoconfigure;

import org.springframework.util.unit.DataSize;

/**
 * Properties for the events that are queued for the listeners of one session.
 *
 * @since 0.1.0
 */
public class InboxProperties {

	/**
	 * Maximum number of events that are queued for listeners before reading is suspended.
	 */
	private int maxEvents = 10_000;

	/**
	 * Maximum size of the events that are queued for listeners before reading is
	 * suspended.
	 */
	private DataSize maxSize = DataSize.ofMegabytes(8);

	public int getMaxEvents() {
		return this.maxEvents;
	}

	public void setMaxEvents(int maxEvents) {
		this.maxEvents = maxEvents;
	}

	public DataSize getMaxSize() {
		return this.maxSize;
	}

	public void setMaxSize(DataSize maxSize) {
		this.maxSize = maxSize;
	}

}
