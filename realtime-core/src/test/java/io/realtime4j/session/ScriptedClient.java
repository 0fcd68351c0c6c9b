package io.realtime4j.session;

import java.time.Duration;

/**
 * A client without a network, for the tests of other packages: they say what the server
 * sends to its first session.
 */
public final class ScriptedClient {

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeClient client;

	/**
	 * Create a client.
	 * @param defaultSpec what its sessions are by default
	 */
	public ScriptedClient(SessionSpec defaultSpec) {
		this.client = this.fixture.customizer((builder) -> builder.defaultSpec(defaultSpec)).client();
	}

	public RealtimeClient client() {
		return this.client;
	}

	public ScriptedConnection connection() {
		return this.fixture.connection();
	}

	public void advance(Duration duration) {
		this.fixture.scheduler.advance(duration);
	}

}
