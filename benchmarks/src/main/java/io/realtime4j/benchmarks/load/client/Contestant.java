package io.realtime4j.benchmarks.load.client;

/**
 * Clients that are compared.
 */
public enum Contestant {

	/**
	 * This project on Netty: the starter in an application, heard by an event listener.
	 */
	REALTIME4J("Realtime4J"),

	/**
	 * The same on Spring's WebSocket client instead of Netty.
	 */
	REALTIME4J_SPRING("Realtime4J on Spring's client"),

	/**
	 * The official Java client and its loop of {@code receive()}.
	 */
	OFFICIAL("openai-java"),

	/**
	 * A handler on Spring's WebSocket client that takes the text and nothing else.
	 */
	SPRING("bare Spring"),

	/**
	 * The same, and Jackson binds the text onto a record.
	 */
	SPRING_DATABIND("bare Spring + databind");

	private final String title;

	Contestant(String title) {
		this.title = title;
	}

	/**
	 * Return the property {@code realtime.transport} that a contestant of this project
	 * has.
	 * @return the value
	 */
	String transport() {
		return (this == REALTIME4J_SPRING) ? "spring" : "netty";
	}

	/**
	 * Return the name for people.
	 * @return the name
	 */
	public String title() {
		return this.title;
	}

}
