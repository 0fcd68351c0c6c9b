package io.realtime4j.simulator.rest;

import java.time.Duration;

import io.realtime4j.simulator.time.Signal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call over SIP or WebRTC. It has no sound: its audio would take another way than the
 * protocol.
 *
 * @since 0.1.0
 */
public final class SimulatedCall {

	private final String id;

	private final Signal signal = new Signal();

	private State state;

	private @Nullable ObjectNode session;

	private @Nullable Integer rejectStatus;

	private @Nullable String referredTo;

	SimulatedCall(String id, State state, @Nullable ObjectNode session) {
		this.id = id;
		this.state = state;
		this.session = session;
	}

	/**
	 * Return the identifier.
	 * @return the identifier, as a webhook or a {@code Location} header tells it
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return what became of the call.
	 * @return the state
	 */
	public synchronized State state() {
		return this.state;
	}

	/**
	 * Return the settings with which the call was accepted or created.
	 * @return the settings as they were sent, or {@code null} if there are none
	 */
	public synchronized @Nullable ObjectNode session() {
		return this.session;
	}

	/**
	 * Return the SIP status with which the call was rejected.
	 * @return the status, or {@code null} if it was not rejected
	 */
	public synchronized @Nullable Integer rejectStatus() {
		return this.rejectStatus;
	}

	/**
	 * Return where the call was referred to.
	 * @return the URI, or {@code null} if it was not referred
	 */
	public synchronized @Nullable String referredTo() {
		return this.referredTo;
	}

	/**
	 * Wait until the call is in a state.
	 * @param wanted the state
	 * @param timeout how long to wait
	 * @throws IllegalStateException if it does not get there in time
	 */
	public void awaitState(State wanted, Duration timeout) {
		this.signal.await(() -> (state() == wanted) ? wanted : null, timeout,
				() -> "The call did not become " + wanted + ", but is " + state());
	}

	boolean accept(ObjectNode session) {
		return change(State.RINGING, () -> {
			this.session = session;
			this.state = State.ACTIVE;
		});
	}

	boolean reject(int status) {
		return change(State.RINGING, () -> {
			this.rejectStatus = status;
			this.state = State.REJECTED;
		});
	}

	boolean refer(String target) {
		return change(State.ACTIVE, () -> {
			this.referredTo = target;
			this.state = State.REFERRED;
		});
	}

	boolean hangUp() {
		return change(State.ACTIVE, () -> this.state = State.ENDED);
	}

	private boolean change(State from, Runnable action) {
		synchronized (this) {
			if (this.state != from) {
				return false;
			}
			action.run();
		}
		this.signal.changed();
		return true;
	}

	/**
	 * State of a call.
	 */
	public enum State {

		/**
		 * It waits for somebody to accept it.
		 */
		RINGING,

		/**
		 * It is spoken.
		 */
		ACTIVE,

		/**
		 * Nobody took it.
		 */
		REJECTED,

		/**
		 * It was handed on to somebody else.
		 */
		REFERRED,

		/**
		 * It is over.
		 */
		ENDED

	}

}
