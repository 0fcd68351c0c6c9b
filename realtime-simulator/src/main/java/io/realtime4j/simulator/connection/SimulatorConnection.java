package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import io.realtime4j.simulator.dialect.ServedDialect;
import io.realtime4j.simulator.session.ServedSession;
import io.realtime4j.simulator.session.ServedSessionEnvironment;
import io.realtime4j.simulator.session.SessionOutput;
import io.realtime4j.simulator.session.SessionRequest;
import io.realtime4j.simulator.time.Cancellable;
import io.realtime4j.simulator.time.Signal;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One client that is or was connected to the simulator. Tests look at what it sent, and
 * make its connection suffer.
 */
public final class SimulatorConnection {

	private static final Duration PING_INTERVAL = Duration.ofSeconds(20);

	private final Handshake handshake;

	private final @Nullable String callId;

	private final ServedDialect dialect;

	private final ServedSessionEnvironment environment;

	private final FrameSender sender;

	private final ConnectionScript script;

	private final Signal ended = new Signal();

	private final Outbound outbound;

	private final ReceivedEvents received;

	private final ServedSession session;

	private volatile boolean open = true;

	private volatile int closeCode;

	private volatile @Nullable Cancellable nextPing;

	/**
	 * Create a new {@link SimulatorConnection} instance.
	 * @param handshake how the client connected
	 * @param request what it asks for
	 * @param dialect what it speaks
	 * @param environment what all sessions share
	 * @param script what tests let happen to connections
	 * @param sender the socket
	 * @param recorded how many events to remember
	 */
	public SimulatorConnection(Handshake handshake, SessionRequest request, ServedDialect dialect,
			ServedSessionEnvironment environment, ConnectionScript script, FrameSender sender, int recorded) {
		this.handshake = handshake;
		this.callId = request.callId();
		this.dialect = dialect;
		this.environment = environment;
		this.sender = sender;
		this.script = script;
		this.outbound = new Outbound(sender, environment.timeline(), script.latency());
		this.received = new ReceivedEvents(recorded);
		this.session = ServedSession.create(request, environment, new Output());
	}

	/**
	 * Return the identifier of the session.
	 * @return the identifier, as in {@code session.created}
	 */
	public String sessionId() {
		return this.session.id();
	}

	/**
	 * Return the call that the client joined from the side.
	 * @return the identifier of the call, or {@code null} if it joined none
	 */
	public @Nullable String callId() {
		return this.callId;
	}

	/**
	 * Return how the client connected.
	 * @return the request without its credentials
	 */
	public Handshake handshake() {
		return this.handshake;
	}

	/**
	 * Return the events that the client sent, oldest first.
	 * @return the events as they arrived, as many as are remembered
	 */
	public List<ObjectNode> received() {
		return this.received.all();
	}

	/**
	 * Return the events of a type that the client sent, oldest first.
	 * @param type the wire type
	 * @return the events as they arrived, as many as are remembered
	 */
	public List<ObjectNode> received(String type) {
		return received().stream().filter((event) -> type.equals(Json.text(event, "type"))).toList();
	}

	/**
	 * Wait until the client sent a certain event.
	 * @param predicate tells the event
	 * @param timeout how long to wait
	 * @return the first such event
	 * @throws IllegalStateException if it did not come in time
	 */
	public ObjectNode awaitReceived(Predicate<ObjectNode> predicate, Duration timeout) {
		return this.received.await(predicate, timeout);
	}

	/**
	 * Wait until the client sent an event of a certain type.
	 * @param type the wire type
	 * @param timeout how long to wait
	 * @return the first such event
	 * @throws IllegalStateException if it did not come in time
	 */
	public ObjectNode awaitReceived(String type, Duration timeout) {
		return awaitReceived((event) -> type.equals(Json.text(event, "type")), timeout);
	}

	/**
	 * Return whether the client is connected.
	 * @return {@code false} once the connection is gone
	 */
	public boolean isOpen() {
		return this.open;
	}

	/**
	 * Return the code with which the connection was closed.
	 * @return the close code, 1006 if it was cut, 0 while it is open
	 */
	public int closeCode() {
		return this.closeCode;
	}

	/**
	 * Wait until the connection is gone.
	 * @param timeout how long to wait
	 * @return the close code
	 * @throws IllegalStateException if it is still open then
	 */
	public int awaitClosed(Duration timeout) {
		return this.ended.await(() -> (this.open) ? null : this.closeCode, timeout,
				() -> "The connection was not closed");
	}

	/**
	 * Send an {@code error} event.
	 * @param type the type of the error, such as {@code server_error}
	 * @param code the code of the error, if any
	 * @param message the message of the error
	 */
	public void sendError(String type, @Nullable String code, String message) {
		sendError(type, code, message, null);
	}

	void sendError(String type, @Nullable String code, String message, @Nullable String clientEventId) {
		this.session.sendError(ProtocolErrors.error(type, code, message, clientEventId));
	}

	/**
	 * Send a text message as it is.
	 * @param text the message, JSON or not
	 */
	public void send(String text) {
		this.outbound.text(text);
	}

	/**
	 * Close the connection in the way of the protocol, after everything that was sent.
	 * @param code the close code
	 * @param reason the reason
	 */
	public void close(int code, String reason) {
		this.outbound.close(code, reason);
	}

	/**
	 * Cut the TCP connection without a word.
	 */
	public void cut() {
		this.outbound.discard();
		this.sender.cut();
	}

	/**
	 * Cut the TCP connection without a word, after everything that was sent.
	 */
	public void cutAfterSending() {
		this.outbound.cut();
	}

	/**
	 * Let the session reach its end, as if its time were up: a {@code session_expired}
	 * error, and close code 1001.
	 */
	public void expire() {
		this.session.expire();
	}

	/**
	 * Send nothing for a time, after everything that was sent; the rest waits.
	 * @param duration how long
	 */
	public void pause(Duration duration) {
		this.outbound.pause(duration);
	}

	/**
	 * Set how long messages to the client are under way from now on.
	 * @param latency the latency
	 */
	public void latency(Latency latency) {
		this.outbound.latency(latency);
	}

	/**
	 * Send nothing more until {@link #resume()}; what is said meanwhile waits.
	 */
	public void stall() {
		this.outbound.stall(true);
	}

	/**
	 * Send again what waited during a stall.
	 */
	public void resume() {
		this.outbound.stall(false);
	}

	/**
	 * Stop reading from the socket, or resume.
	 * @param suspended whether to stop
	 */
	public void suspendReading(boolean suspended) {
		this.sender.suspendReading(suspended);
	}

	/**
	 * Begin; called by the server once the socket is open.
	 */
	public void opened() {
		this.session.open();
		planPing();
	}

	/**
	 * Take a text message; called by the server.
	 * @param text the message
	 */
	public void textReceived(String text) {
		ObjectNode event = Json.readObject(text);
		if (event != null) {
			this.received.add(event);
			if (this.script.due(ScriptStep.Passage.RECEIVED, Json.text(event, "type", "")).perform(this, event)) {
				this.session.receive(this.dialect.toGa(event));
			}
		}
		else {
			this.session.receive(null);
		}
	}

	/**
	 * Take a binary message; called by the server.
	 */
	public void binaryReceived() {
		this.session.receiveBinary();
	}

	/**
	 * End; called by the server once the socket is closed.
	 * @param code the close code
	 */
	public void closed(int code) {
		this.closeCode = code;
		this.open = false;
		this.ended.changed();
		this.outbound.discard();
		this.session.close();
		Cancellable ping = this.nextPing;
		if (ping != null) {
			ping.cancel();
		}
	}

	private void sendTranslated(ObjectNode event) {
		String type = Json.text(event, "type", "");
		if (this.script.leavesOut(type)) {
			return;
		}
		if (this.script.due(ScriptStep.Passage.BEFORE_SENT, type).perform(this, event)) {
			// taken before the client can answer what is sent
			ScriptAction afterwards = this.script.due(ScriptStep.Passage.AFTER_SENT, type);
			this.outbound.text(Json.write(event));
			afterwards.perform(this, event);
		}
	}

	private void planPing() {
		this.nextPing = this.environment.timeline().schedule(PING_INTERVAL, () -> {
			if (this.open) {
				this.outbound.ping();
				planPing();
			}
		});
	}

	/**
	 * Translates what the session says and sends it.
	 */
	private final class Output implements SessionOutput {

		@Override
		public void send(ObjectNode event) {
			for (ObjectNode translated : SimulatorConnection.this.dialect.fromGa(event)) {
				sendTranslated(SimulatorConnection.this.script.leftOutMembers().without(translated));
			}
		}

		@Override
		public void close(int code, String reason) {
			SimulatorConnection.this.outbound.close(code, reason);
		}

	}

}
