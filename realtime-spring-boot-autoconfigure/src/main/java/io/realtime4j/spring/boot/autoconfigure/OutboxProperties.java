package io.realtime4j.spring.boot.autoconfigure;

import org.springframework.util.unit.DataSize;

/**
 * Properties for the events that are queued for the server of one session.
 *
 * @since 0.1.0
 */
public class OutboxProperties {

	/**
	 * Largest number of events that wait to be sent.
	 */
	private int maxEvents = 10_000;

	/**
	 * Largest amount of events that waits to be sent.
	 */
	private DataSize maxSize = DataSize.ofMegabytes(32);

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
