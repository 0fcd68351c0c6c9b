package io.realtime4j.benchmarks.load.relay;

/**
 * Relays that are compared: they stand between pages and a service.
 */
public enum RelayContestant {

	/**
	 * The bridge of this project in its own wire format.
	 */
	VOICE("Realtime4J, bridge", "voice"),

	/**
	 * The bridge of this project in the protocol of the service.
	 */
	RELAY("Realtime4J, relay mode", "relay"),

	/**
	 * A relay on Spring's WebSocket support that turns bytes into base64 and back.
	 */
	SPRING("bare Spring relay", "bare"),

	/**
	 * The same on Node.
	 */
	NODE("bare Node relay", "bare");

	private final String title;

	private final String script;

	RelayContestant(String title, String script) {
		this.title = title;
		this.script = script;
	}

	/**
	 * Return the name for people.
	 * @return the name
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Return what pages speak.
	 * @return the name of the script, which is also the mode of the application
	 */
	public String script() {
		return this.script;
	}

}
