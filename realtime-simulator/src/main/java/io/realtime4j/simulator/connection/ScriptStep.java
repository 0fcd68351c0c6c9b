package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.util.function.Consumer;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Step of a script: something that happens to a connection when a certain event passes,
 * such as {@code afterSent("response.output_audio.delta").times(3).cut()}.
 *
 * @since 0.1.0
 */
public final class ScriptStep {

	private final Moment moment;

	private final ScriptAction action;

	private ScriptStep(Moment moment, ScriptAction action) {
		this.moment = moment;
		this.action = action;
	}

	/**
	 * Return the moment when an event of the client arrives, before it is handled.
	 * @param type its wire type as the client writes it
	 * @return the moment, to say what happens then
	 */
	public static Moment received(String type) {
		return new Moment(Passage.RECEIVED, type, 1);
	}

	/**
	 * Return the moment before an event of the server is sent.
	 * @param type its wire type as the client reads it
	 * @return the moment, to say what happens then
	 */
	public static Moment beforeSent(String type) {
		return new Moment(Passage.BEFORE_SENT, type, 1);
	}

	/**
	 * Return the moment after an event of the server was sent.
	 * @param type its wire type as the client reads it
	 * @return the moment, to say what happens then
	 */
	public static Moment afterSent(String type) {
		return new Moment(Passage.AFTER_SENT, type, 1);
	}

	Moment moment() {
		return this.moment;
	}

	/**
	 * Let it happen.
	 * @param connection the connection that the event passes
	 * @param event the event
	 * @return whether the event takes its way
	 */
	boolean perform(SimulatorConnection connection, ObjectNode event) {
		return this.action.perform(connection, event);
	}

	@Override
	public String toString() {
		return this.moment.toString();
	}

	/**
	 * Where an event passes.
	 */
	enum Passage {

		/**
		 * It arrives from the client.
		 */
		RECEIVED,

		/**
		 * It is about to be sent to the client.
		 */
		BEFORE_SENT,

		/**
		 * It was sent to the client.
		 */
		AFTER_SENT

	}

	/**
	 * When a step happens.
	 */
	public static final class Moment {

		private final Passage passage;

		private final String type;

		private final int count;

		private Moment(Passage passage, String type, int count) {
			this.passage = passage;
			this.type = type;
			this.count = count;
		}

		/**
		 * Wait for the n-th such event, counted over all connections since the previous
		 * step.
		 * @param count 1 for the first, which is the default
		 * @return the moment
		 * @throws IllegalArgumentException if the count is not positive
		 */
		public Moment times(int count) {
			if (count < 1) {
				throw new IllegalArgumentException("'count' must be positive");
			}
			return new Moment(this.passage, this.type, count);
		}

		/**
		 * Cut the TCP connection without a close frame, after everything that was sent.
		 * @return the step
		 */
		public ScriptStep cut() {
			return run(SimulatorConnection::cutAfterSending);
		}

		/**
		 * Close the connection with a close frame, after everything that was sent.
		 * @param code the close code
		 * @param reason the reason
		 * @return the step
		 */
		public ScriptStep close(int code, String reason) {
			return run((connection) -> connection.close(code, reason));
		}

		/**
		 * Let the session expire, as if its time limit were reached.
		 * @return the step
		 */
		public ScriptStep expire() {
			return run(SimulatorConnection::expire);
		}

		/**
		 * Let a live session end, as the service ends it by itself.
		 * @param reason the reason that {@code session.closed} tells, such as
		 * {@code content}
		 * @return the step
		 */
		public ScriptStep end(String reason) {
			return run((connection) -> connection.end(reason));
		}

		/**
		 * Send nothing for a time, after everything that was sent; later messages are
		 * queued.
		 * @param duration how long
		 * @return the step
		 */
		public ScriptStep pause(Duration duration) {
			return run((connection) -> connection.pause(duration));
		}

		/**
		 * Send an {@code error} event. An event of the client is answered by it and not
		 * handled; an event of the server is sent as well.
		 * @param type the type of the error, such as {@code server_error}
		 * @param code the code of the error, if any
		 * @param message the message of the error
		 * @return the step
		 */
		public ScriptStep error(String type, @Nullable String code, String message) {
			boolean received = this.passage == Passage.RECEIVED;
			return new ScriptStep(this, (connection, event) -> {
				connection.sendError(type, code, message, (received) ? Json.text(event, "event_id") : null);
				return !received;
			});
		}

		/**
		 * Send a text message as it is.
		 * @param text the message, JSON or not
		 * @return the step
		 */
		public ScriptStep send(String text) {
			return run((connection) -> connection.send(text));
		}

		/**
		 * Drop the event: an event of the client is not handled, an event of the server
		 * is not sent. Has no effect after it was sent.
		 * @return the step
		 */
		public ScriptStep drop() {
			return new ScriptStep(this, (connection, event) -> false);
		}

		/**
		 * Perform any other action.
		 * @param action what to do, on a thread of the simulator
		 * @return the step
		 */
		public ScriptStep run(Consumer<SimulatorConnection> action) {
			return new ScriptStep(this, (connection, event) -> {
				action.accept(connection);
				return true;
			});
		}

		boolean matches(Passage passage, String type) {
			return this.passage == passage && this.type.equals(type);
		}

		int count() {
			return this.count;
		}

		@Override
		public String toString() {
			return this.passage + " " + this.type + ((this.count > 1) ? " times " + this.count : "");
		}

	}

}
