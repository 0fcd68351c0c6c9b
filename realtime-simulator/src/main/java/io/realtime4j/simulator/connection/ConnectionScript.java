package io.realtime4j.simulator.connection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import tools.jackson.databind.node.ObjectNode;

/**
 * What tests let happen to connections.
 *
 * @since 0.1.0
 */
public final class ConnectionScript {

	private final List<SimulatorScript> scripts = new CopyOnWriteArrayList<>();

	private volatile Latency latency = Latency.NONE;

	/**
	 * Add steps that happen in order, beside those of other scripts.
	 * @param steps the steps
	 * @return a handle to wait for their end
	 */
	public SimulatorScript add(List<ScriptStep> steps) {
		SimulatorScript script = new SimulatorScript(steps);
		this.scripts.add(script);
		return script;
	}

	/**
	 * Return how long messages of new connections are under way.
	 * @return the latency
	 */
	public Latency latency() {
		return this.latency;
	}

	/**
	 * Set how long messages of new connections are under way.
	 * @param latency the latency
	 */
	public void latency(Latency latency) {
		this.latency = latency;
	}

	boolean pass(ScriptStep.Passage passage, SimulatorConnection connection, String type, ObjectNode event) {
		boolean proceed = true;
		for (SimulatorScript script : this.scripts) {
			proceed &= script.pass(passage, connection, type, event);
			if (script.isComplete()) {
				this.scripts.remove(script);
			}
		}
		return proceed;
	}

}
