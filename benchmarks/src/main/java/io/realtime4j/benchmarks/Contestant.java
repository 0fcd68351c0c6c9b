package io.realtime4j.benchmarks;

import java.util.function.Supplier;

/**
 * The libraries that are measured. Each one's classes are loaded when it is created.
 */
public enum Contestant {

	/**
	 * This project.
	 */
	REALTIME4J("Realtime4J", Realtime4jPeer::new),

	/**
	 * The official client.
	 */
	OPENAI_JAVA("openai-java", OpenAiJavaPeer::new),

	/**
	 * Simple OpenAI.
	 */
	SIMPLE_OPENAI("simple-openai", SimpleOpenAiPeer::new),

	/**
	 * The client of Azure's Voice Live.
	 */
	VOICE_LIVE("Azure Voice Live", VoiceLivePeer::new),

	/**
	 * Plain Jackson onto records.
	 */
	DATABIND("Jackson databind", DatabindPeer::new);

	private final String title;

	private final Supplier<Peer> factory;

	Contestant(String title, Supplier<Peer> factory) {
		this.title = title;
		this.factory = factory;
	}

	String title() {
		return this.title;
	}

	Peer create() {
		return this.factory.get();
	}

}
