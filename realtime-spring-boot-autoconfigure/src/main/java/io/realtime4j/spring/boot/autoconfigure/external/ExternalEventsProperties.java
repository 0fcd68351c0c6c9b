package io.realtime4j.spring.boot.autoconfigure.external;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for events for other systems.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.external-events")
public class ExternalEventsProperties {

	/**
	 * Whether turns, calls of tools, usage and ends of sessions are published as events
	 * for other systems.
	 */
	private boolean enabled;

	/**
	 * Whether events for other systems contain what is said, and the arguments of tools.
	 * Whoever reads them can read it then.
	 */
	private boolean includeContent;

	/**
	 * Largest number of events of a session that wait to be published. More are given up.
	 */
	private int queueSize = 1000;

	/**
	 * Largest number of events that are published at once. Those of a session are
	 * published one after the other.
	 */
	private int maxThreads = 8;

	/**
	 * How often an event is published until its listeners throw no exception. After that
	 * it is given up.
	 */
	private int maxAttempts = 20;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public boolean isIncludeContent() {
		return this.includeContent;
	}

	public void setIncludeContent(boolean includeContent) {
		this.includeContent = includeContent;
	}

	public int getQueueSize() {
		return this.queueSize;
	}

	public void setQueueSize(int queueSize) {
		this.queueSize = queueSize;
	}

	public int getMaxThreads() {
		return this.maxThreads;
	}

	public void setMaxThreads(int maxThreads) {
		this.maxThreads = maxThreads;
	}

	public int getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(int maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

}
