package io.realtime4j.sample;

import java.net.URI;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import io.realtime4j.transport.ServerAddress;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Knows who answers: the simulator inside this application, or a real service.
 */
@Component
public class ServerInUse {

	private final URI baseUrl;

	private final boolean simulator;

	public ServerInUse(RealtimeConnectionDetails details, ObjectProvider<RealtimeSimulator> simulator) {
		this.baseUrl = details.getBaseUrl();
		this.simulator = (simulator.getIfAvailable() != null);
	}

	public boolean isSimulator() {
		return this.simulator;
	}

	/**
	 * Return a name for people.
	 * @return the name
	 */
	public String name() {
		return (this.simulator) ? "the built-in simulator" : String.valueOf(ServerAddress.hostOf(this.baseUrl));
	}

}
