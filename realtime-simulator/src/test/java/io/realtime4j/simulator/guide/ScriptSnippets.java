package io.realtime4j.simulator.guide;

import java.time.Duration;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.ScriptStep;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.connection.SimulatorScript;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

final class ScriptSnippets {

	private final RealtimeSimulator simulator;

	ScriptSnippets(RealtimeSimulator simulator) {
		this.simulator = simulator;
	}

	String sent() {
		// tag::sent[]
		SimulatorConnection connection = this.simulator.awaitConnection(1, Duration.ofSeconds(20));
		ObjectNode update = connection.awaitReceived("session.update", Duration.ofSeconds(20));
		assertThat(connection.received("response.cancel")).isEmpty();
		// end::sent[]
		return update.toString();
	}

	void script(Runnable application) {
		// tag::script[]
		SimulatorScript script = this.simulator.script(
				ScriptStep.afterSent("response.output_audio.delta").times(3).cut(),
				ScriptStep.received("session.update").error("server_error", null, "Please try again."),
				ScriptStep.beforeSent("response.done").pause(Duration.ofMillis(20)));
		// …
		// end::script[]
		application.run();
		// tag::complete[]
		script.awaitComplete(Duration.ofSeconds(20));
		// end::complete[]
	}

}
