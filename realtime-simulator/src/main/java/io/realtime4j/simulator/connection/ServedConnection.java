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
 * Internal implementation of {@link SimulatorConnection}, which the server drives.
 * Applications do not use it.
 */
public final class ServedConnection implements SimulatorConnection {

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
	 * Create a new {@link ServedConnection} instance.
	 * @param handshake how the client connected
	 * @param request what it asks for
	 * @param dialect what it speaks
	 * @param environment what all sessions share
	 * @param script what tests let happen to connections
	 * @param sender the socket
	 * @param recorded how many events to remember
	 */
	public ServedConnection(Handshake handshake, SessionRequest request, ServedDialect dialect,
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

	@Override
	public String sessionId() {
		return this.session.id();
	}

	/**
	 * Return the session that is served.
	 * @return the session
	 */
	public ServedSession session() {
		return this.session;
	}

	@Override
	public @Nullable String callId() {
		return this.callId;
	}

	@Override
	public Handshake handshake() {
		return this.handshake;
	}

	@Override
	public List<ObjectNode> received() {
		return this.received.all();
	}

	@Override
	public ObjectNode awaitReceived(Predicate<ObjectNode> predicate, Duration timeout) {
		return this.received.await(predicate, timeout);
	}

	@Override
	public boolean isOpen() {
		return this.open;
	}

	@Override
	public int closeCode() {
		return this.closeCode;
	}

	@Override
	public int awaitClosed(Duration timeout) {
		return this.ended.await(() -> (this.open) ? null : this.closeCode, timeout,
				() -> "The connection was not closed");
	}

	@Override
	public void sendError(String type, @Nullable String code, String message, @Nullable String clientEventId) {
		this.session.sendError(ProtocolErrors.error(type, code, message, clientEventId));
	}

	@Override
	public void send(String text) {
		this.outbound.text(text);
	}

	@Override
	public void close(int code, String reason) {
		this.outbound.close(code, reason);
	}

	@Override
	public void cut() {
		this.outbound.discard();
		this.sender.cut();
	}

	@Override
	public void cutAfterSending() {
		this.outbound.cut();
	}

	@Override
	public void expire() {
		this.session.expire();
	}

	@Override
	public void end(String reason) {
		this.session.end(reason);
	}

	@Override
	public void pause(Duration duration) {
		this.outbound.pause(duration);
	}

	@Override
	public void setLatency(Latency latency) {
		this.outbound.setLatency(latency);
	}

	@Override
	public void stall() {
		this.outbound.stall(true);
	}

	@Override
	public void resume() {
		this.outbound.stall(false);
	}

	@Override
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
			for (ObjectNode translated : ServedConnection.this.dialect.fromGa(event)) {
				sendTranslated(ServedConnection.this.script.leftOutMembers().without(translated));
			}
		}

		@Override
		public void close(int code, String reason) {
			ServedConnection.this.outbound.close(code, reason);
		}

	}

}
