package io.realtime4j.simulator.autoconfigure;

import java.net.URI;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Connects sessions to a simulator, which needs no key.
 */
class SimulatorRealtimeConnectionDetails implements RealtimeConnectionDetails {

	private static final Log logger = LogFactory.getLog(SimulatorRealtimeConnectionDetails.class);

	private final RealtimeSimulator simulator;

	SimulatorRealtimeConnectionDetails(RealtimeSimulator simulator) {
		this.simulator = simulator;
		logger.info("Neither realtime.api-key nor realtime.base-url has a value: sessions connect to the simulator at "
				+ simulator.url());
	}

	@Override
	public URI getBaseUrl() {
		return this.simulator.baseUrl();
	}

}
