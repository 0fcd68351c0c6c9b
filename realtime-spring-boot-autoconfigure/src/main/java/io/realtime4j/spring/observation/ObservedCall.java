package io.realtime4j.spring.observation;

import io.micrometer.observation.Observation;
import io.realtime4j.spring.operation.EndReasons;
import io.realtime4j.tool.ToolOutcome;

/**
 * Observation of one call of a tool, whose end may come before the thread that runs the
 * tool has begun.
 */
final class ObservedCall {

	private final Observation observation;

	private final boolean content;

	private boolean started;

	private boolean over;

	/**
	 * Create a call.
	 * @param observation the observation, which is not started
	 * @param content whether what a tool says may be observed
	 */
	ObservedCall(Observation observation, boolean content) {
		this.observation = observation;
		this.content = content;
	}

	/**
	 * Start the observation.
	 * @return whether it was started, since the call is not over
	 */
	synchronized boolean start() {
		if (this.over) {
			return false;
		}
		this.started = true;
		this.observation.start();
		return true;
	}

	Observation observation() {
		return this.observation;
	}

	ToolCallObservationContext context() {
		return (ToolCallObservationContext) this.observation.getContext();
	}

	/**
	 * End the observation, after it was started if nobody did so.
	 * @param outcome how the call ended
	 */
	synchronized void end(ToolOutcome outcome) {
		if (!this.started) {
			start();
		}
		this.over = true;
		context().setOutcome(EndReasons.nameOf(outcome.getClass()));
		if (outcome instanceof ToolOutcome.Failure failure) {
			this.observation.error(error(failure));
		}
		this.observation.stop();
	}

	private Throwable error(ToolOutcome.Failure failure) {
		if (failure instanceof ToolOutcome.Failed failed) {
			// What an exception says may repeat arguments, and is the output if it is
			// that of a tool
			return this.content ? failed.cause()
					: new ObservedFailure("The call failed by " + failed.cause().getClass().getName());
		}
		return new ObservedFailure("The call ended as " + context().getOutcome());
	}

}
