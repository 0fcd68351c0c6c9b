package io.realtime4j.simulator.connection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import tools.jackson.databind.node.ObjectNode;

/**
 * Internal script for all connections, which tests write through
 * {@link io.realtime4j.simulator.RealtimeSimulator}.
 *
 * @since 0.1.0
 */
public final class ConnectionScript {

	private static final Predicate<String> NOTHING = (type) -> false;

	private final List<SimulatorScript> scripts = new CopyOnWriteArrayList<>();

	private volatile Latency latency = Latency.NONE;

	private volatile Predicate<String> unsaid = NOTHING;

	private volatile LeftOutMembers unsaidMembers = LeftOutMembers.NONE;

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
	 * Return the latency of new connections.
	 * @return the latency
	 */
	public Latency latency() {
		return this.latency;
	}

	/**
	 * Set the latency of new connections.
	 * @param latency the latency
	 */
	public void setLatency(Latency latency) {
		this.latency = latency;
	}

	/**
	 * Leave events out from now on, on all connections, in place of what was left out
	 * before.
	 * @param unsaid tells which, by their wire types as the client reads them
	 */
	public void leaveOut(Predicate<String> unsaid) {
		this.unsaid = unsaid;
	}

	boolean leavesOut(String type) {
		return this.unsaid.test(type);
	}

	/**
	 * Leave members out of all events from now on, on all connections, in place of those
	 * that were left out before.
	 * @param paths their names as the client reads them; dots lead into objects
	 */
	public void leaveOutMembers(List<String> paths) {
		this.unsaidMembers = new LeftOutMembers(paths);
	}

	LeftOutMembers leftOutMembers() {
		return this.unsaidMembers;
	}

	/**
	 * Forget what was scripted.
	 */
	public void clear() {
		this.scripts.clear();
		this.latency = Latency.NONE;
		this.unsaid = NOTHING;
		this.unsaidMembers = LeftOutMembers.NONE;
	}

	/**
	 * Take the steps that are due when an event passes.
	 * @param passage where it passes
	 * @param type the wire type of the event
	 * @return what is to be done with the event, tells whether it takes its way
	 */
	ScriptAction due(ScriptStep.Passage passage, String type) {
		ScriptAction all = (connection, event) -> true;
		for (SimulatorScript script : this.scripts) {
			ScriptStep step = script.due(passage, type);
			if (step != null) {
				ScriptAction before = all;
				all = (connection, event) -> before.perform(connection, event)
						& perform(script, step, connection, event);
			}
		}
		return all;
	}

	private boolean perform(SimulatorScript script, ScriptStep step, SimulatorConnection connection, ObjectNode event) {
		try {
			return step.perform(connection, event);
		}
		finally {
			script.happened();
			if (script.isComplete()) {
				this.scripts.remove(script);
			}
		}
	}

}
