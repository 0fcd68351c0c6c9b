package io.realtime4j.simulator.session;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.realtime4j.simulator.time.Cancellable;
import io.realtime4j.simulator.time.Lane;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal session on the side of the server, of any type. Its methods may be called from
 * any thread; what they do happens in order on a lane of its own.
 *
 * @since 0.1.0
 */
public abstract class ServedSession {

	private static final int GOING_AWAY = 1001;

	private final SessionRequest request;

	private final ServedSessionEnvironment environment;

	private final SessionOutput output;

	private final String id;

	private final Lane lane;

	private final EventSink events;

	private final Duration lifetime;

	private final Instant expiresAt;

	private final Map<String, Command> commands = new LinkedHashMap<>();

	private @Nullable Cancellable expiry;

	ServedSession(SessionRequest request, ServedSessionEnvironment environment, SessionOutput output) {
		this.request = request;
		this.environment = environment;
		this.output = output;
		Ids ids = new Ids();
		this.id = id(request, ids);
		this.lane = new Lane(environment.timeline(), this::failed);
		this.events = new EventSink(ids, output::send);
		this.lifetime = environment.script().nextLifetime(environment.lifetime());
		this.expiresAt = environment.timeline().now().plus(this.lifetime);
	}

	private static String id(SessionRequest request, Ids ids) {
		if (request.kind() == SessionRequest.Kind.LIVE) {
			return (request.callId() != null) ? request.callId() : ids.next("live");
		}
		return ids.next("sess");
	}

	/**
	 * Create a session.
	 * @param request what the client asks for
	 * @param environment what all sessions share
	 * @param output takes what the session sends
	 * @return a session that waits to be opened
	 */
	public static ServedSession create(SessionRequest request, ServedSessionEnvironment environment,
			SessionOutput output) {
		return switch (request.kind()) {
			case TRANSLATION -> new ServedTranslationSession(request, environment, output);
			case LIVE ->
				(request.target() != null) ? new AttachedLiveSession(request, request.target(), environment, output)
						: new ServedLiveSession(request, environment, output);
			default -> new SimulatedSession(request, environment, output);
		};
	}

	/**
	 * Return the identifier.
	 * @return the identifier
	 */
	public final String id() {
		return this.id;
	}

	/**
	 * Begin: greet the client, or refuse it.
	 */
	public final void open() {
		this.lane.execute(() -> {
			SessionRefusal refusal = Admission.refusal(this.request, this.environment.models(),
					this.environment.script());
			if (refusal != null) {
				sendErrorNow(refusal.error().toError(null));
				this.output.close(refusal.closeCode(), refusal.closeReason());
				return;
			}
			begin();
			this.expiry = this.lane.schedule(this.lifetime, this::endLife);
		});
	}

	/**
	 * Take an event of the client.
	 * @param event the event in the GA dialect, or {@code null} if the text was no JSON
	 * object
	 */
	public final void receive(@Nullable ObjectNode event) {
		this.lane.execute(() -> take(event));
	}

	/**
	 * Take a binary message, which no client should send.
	 */
	public final void receiveBinary() {
		this.lane.execute(() -> sendErrorNow(ProtocolErrors.binaryFrame().toError(null)));
	}

	/**
	 * Send an {@code error} event.
	 * @param error its body
	 */
	public final void sendError(ObjectNode error) {
		this.lane.execute(() -> sendErrorNow(error));
	}

	/**
	 * End for a reason that live sessions tell.
	 * @param reason the reason, as {@code session.closed} tells it
	 */
	public void end(String reason) {
		throw new IllegalStateException("Only a live session ends for a reason");
	}

	/**
	 * End, as if the time of the session were up.
	 */
	public final void expire() {
		this.lane.execute(this::endLife);
	}

	/**
	 * End, because the connection is gone.
	 */
	public final void close() {
		this.lane.execute(() -> {
			stop();
			if (this.expiry != null) {
				this.expiry.cancel();
			}
			this.lane.close();
		});
	}

	/**
	 * Greet the client.
	 */
	abstract void begin();

	/**
	 * Stop whatever goes on.
	 */
	abstract void stop();

	/**
	 * Return the types of events that a client may send.
	 * @return the wire types, in the order in which errors name them
	 */
	abstract List<String> eventTypes();

	final Map<String, Command> commands() {
		return this.commands;
	}

	final SessionRequest request() {
		return this.request;
	}

	final ServedSessionEnvironment environment() {
		return this.environment;
	}

	final SessionOutput output() {
		return this.output;
	}

	final Lane lane() {
		return this.lane;
	}

	final EventSink events() {
		return this.events;
	}

	final Instant expiresAt() {
		return this.expiresAt;
	}

	/**
	 * Tell the client its session.
	 * @param type the wire type of the event
	 * @param session the session
	 */
	final void sendSession(String type, ObjectNode session) {
		ObjectNode event = this.events.event(type);
		event.set("session", session);
		this.events.send(event);
	}

	/**
	 * Take an event of the client, on the lane.
	 * @param event the event, or {@code null} if the text was no JSON object
	 */
	void take(@Nullable ObjectNode event) {
		obey(event, this.commands, this.events::send);
	}

	/**
	 * Do what an event says, on the lane.
	 * @param event the event, or {@code null} if the text was no JSON object
	 * @param known the commands that may be given
	 * @param errors is told why it is refused
	 */
	final void obey(@Nullable ObjectNode event, Map<String, Command> known, Consumer<ObjectNode> errors) {
		try {
			if (event == null) {
				throw ProtocolErrors.invalidJson();
			}
			String type = Arguments.eventType(event);
			Command command = known.get(type);
			if (command == null) {
				throw ProtocolErrors.unsupported("type", type, eventTypes());
			}
			command.obey(event);
		}
		catch (ProtocolException ex) {
			errors.accept(error(ex.toError((event != null) ? Json.text(event, "event_id") : null)));
		}
	}

	private void sendErrorNow(ObjectNode error) {
		this.events.send(error(error));
	}

	private ObjectNode error(ObjectNode error) {
		ObjectNode event = this.events.event("error");
		event.set("error", shaped(error));
		return event;
	}

	/**
	 * Give the body of an error the form of the protocol.
	 * @param error the body
	 * @return the same, by default as it is
	 */
	ObjectNode shaped(ObjectNode error) {
		return error;
	}

	/**
	 * Tell the client that the simulator, its model or its voice failed.
	 * @param failure what was thrown
	 */
	final void failed(Throwable failure) {
		sendErrorNow(ProtocolErrors.error("server_error", "internal_error",
				"The simulator failed: " + failure.getClass().getSimpleName(), null));
	}

	/**
	 * End, since the time of the session is up.
	 */
	void endLife() {
		String words = "Your session hit the maximum duration of " + words(this.lifetime) + ".";
		sendErrorNow(new ProtocolException("session_expired", words, null).toError(null));
		this.output.close(GOING_AWAY, words);
	}

	private static String words(Duration duration) {
		boolean minutes = duration.toSecondsPart() == 0 && duration.toMinutes() > 0;
		long count = (minutes) ? duration.toMinutes() : duration.toSeconds();
		return count + ((minutes) ? " minute" : " second") + ((count == 1) ? "" : "s");
	}

}
