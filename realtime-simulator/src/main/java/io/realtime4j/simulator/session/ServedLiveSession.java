package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal live session, in which both sides may speak at once. The client begins it, and
 * from then on its time passes: in each piece of it, a piece is heard and a piece is
 * said.
 */
public final class ServedLiveSession extends ServedSession {

	private static final int NORMAL = 1000;

	private static final Duration PARTING = Duration.ofMillis(200);

	private static final int TICK_MILLIS = 100;

	private static final double FASTEST = 20;

	private static final String KEYS = "0123456789*#ABCD";

	private static final double NANOS_PER_MILLI = 1e6;

	private static final List<String> EVENT_TYPES = List.of("session.start", "session.update",
			"session.input_audio.append", "session.input_audio.mute", "session.input_audio.unmute",
			"session.instructions.append", "session.thinking.append", "session.commentary.append",
			"response.item.create", "response.create", "decision.create", "decision.item.create",
			"decision.item.delete", "session.close");

	/**
	 * Events that only the client may send that started the session.
	 */
	private static final Set<String> OF_CLIENT = Set.of("session.start", "session.input_audio.append");

	private final Map<String, Command> commandsOfSides = new LinkedHashMap<>();

	private final LiveOutputs outputs;

	private @Nullable LiveConversation conversation;

	private volatile boolean over;

	ServedLiveSession(SessionRequest request, ServedSessionEnvironment environment, SessionOutput output) {
		this(request, environment, new LiveOutputs(output));
	}

	private ServedLiveSession(SessionRequest request, ServedSessionEnvironment environment, LiveOutputs outputs) {
		super(request, environment, outputs);
		this.outputs = outputs;
		addCommands();
		this.commandsOfSides.putAll(commands());
		this.commandsOfSides.keySet().removeAll(OF_CLIENT);
		this.commandsOfSides.put("transport.dtmf.send", this::sendKey);
	}

	private void addCommands() {
		commands().put("session.start", this::start);
		commands().put("session.update", this::update);
		commands().put("session.input_audio.append", (event) -> conversation().append(event));
		commands().put("session.input_audio.mute", (event) -> mute(true, event));
		commands().put("session.input_audio.unmute", (event) -> mute(false, event));
		commands().put("session.instructions.append", (event) -> conversation().tell("instructions", event));
		commands().put("session.thinking.append", (event) -> conversation().tell("thinking", event));
		commands().put("session.commentary.append", (event) -> conversation().tell("commentary", event));
		commands().put("response.item.create", (event) -> conversation().delegation().take(event));
		commands().put("response.create", (event) -> conversation().proceed());
		commands().put("decision.create", (event) -> conversation().decisions().decide(event));
		commands().put("decision.item.create", this::addItem);
		commands().put("decision.item.delete", this::removeItem);
		commands().put("session.close", (event) -> {
			conversation();
			endNow("close_requested");
		});
	}

	/**
	 * Begin the session of a call, which no client starts.
	 * @param sessionId the identifier of the session
	 * @param settings its settings
	 * @param environment what all sessions share
	 * @return the session
	 */
	public static ServedLiveSession ofCall(String sessionId, ObjectNode settings,
			ServedSessionEnvironment environment) {
		ServedLiveSession session = new ServedLiveSession(SessionRequest.liveCall(sessionId, settings), environment,
				new SessionOutput() {

					@Override
					public void send(ObjectNode event) {
						// Only those at the side are told
					}

					@Override
					public void close(int code, String reason) {
						// There is no connection
					}

				});
		session.open();
		return session;
	}

	@Override
	void begin() {
		// Without settings the client speaks first
		ObjectNode settings = request().settings();
		if (settings != null) {
			begin(new ServedLiveSettings(id(), settings, expiresAt()));
		}
	}

	@Override
	void stop() {
		if (this.conversation != null && !this.over) {
			tellEnd("connection_lost");
		}
		this.over = true;
		// Also where the client is gone before it was closed: those at the side are not
		this.outputs.close(NORMAL, "");
	}

	/**
	 * Return whether the session has ended.
	 * @return whether it has
	 */
	public boolean isOver() {
		return this.over;
	}

	void attach(SessionOutput side) {
		// Not on the lane, which does nothing more once the session is closed
		this.outputs.attach(side);
	}

	void detach(SessionOutput side) {
		this.outputs.detach(side);
	}

	void receiveAttached(@Nullable ObjectNode event, SessionOutput side) {
		lane().execute(() -> obey(event, this.commandsOfSides, side::send));
	}

	/**
	 * Hear the caller.
	 * @param pcm16 the audio at 24 kHz
	 */
	public void hear(byte[] pcm16) {
		lane().execute(() -> conversation().hear(pcm16));
	}

	/**
	 * Note that the caller has pressed a key.
	 * @param key the key
	 */
	public void press(char key) {
		lane()
			.execute(() -> events().send(events().event("transport.dtmf.received").put("event", String.valueOf(key))));
	}

	@Override
	public void end(String reason) {
		lane().execute(() -> endNow(reason));
	}

	@Override
	List<String> eventTypes() {
		return EVENT_TYPES;
	}

	@Override
	ObjectNode shaped(ObjectNode error) {
		String eventId = Json.text(error, "event_id");
		error.remove("event_id");
		return (eventId != null) ? error.put("client_event_id", eventId) : error;
	}

	@Override
	void endLife() {
		endNow("expired");
	}

	private LiveConversation conversation() {
		LiveConversation present = this.conversation;
		if (present == null) {
			throw new ProtocolException("session_not_started", "The first event must be 'session.start'.", "type");
		}
		return present;
	}

	private void start(ObjectNode event) {
		if (this.conversation != null) {
			throw new ProtocolException("session_already_started", "The session has been started already.", "type");
		}
		ServedLiveSettings settings = new ServedLiveSettings(id(), Arguments.object(event, "session"), expiresAt());
		if (!environment().models().isEmpty() && !environment().models().contains(settings.model())) {
			throw ProtocolErrors.unsupported("session.model", settings.model(), environment().models());
		}
		LiveConversation begun = converse(settings);
		acknowledge("session.started", event, settings.toJson());
		tick(begun);
	}

	private void begin(ServedLiveSettings settings) {
		tick(converse(settings));
	}

	private LiveConversation converse(ServedLiveSettings settings) {
		LiveConversation begun = new LiveConversation(
				new LiveConversation.Stage(events(), this.outputs, lane(), environment(), this::failed), settings);
		this.conversation = begun;
		return begun;
	}

	private void sendKey(ObjectNode event) {
		String key = Arguments.string(event, "event");
		if (key.length() != 1 || !KEYS.contains(key)) {
			throw ProtocolErrors.unsupported("event", key, List.of(KEYS.split("")));
		}
		events().send(conversation().answer("transport.dtmf.sent", event).put("event", key));
	}

	private void update(ObjectNode event) {
		ServedLiveSettings settings = conversation().settings();
		settings.update(Arguments.object(event, "session"));
		acknowledge("session.updated", event, settings.toJson());
	}

	private void acknowledge(String type, ObjectNode asked, ObjectNode session) {
		ObjectNode event = conversation().answer(type, asked);
		event.set("session", session);
		events().send(event);
	}

	private void mute(boolean muted, ObjectNode event) {
		LiveConversation present = conversation();
		present.mute(muted);
		events().send(present.answer((muted) ? "session.input_audio.muted" : "session.input_audio.unmuted", event));
	}

	private void addItem(ObjectNode event) {
		ObjectNode item = conversation().decisions().add(event);
		ObjectNode created = conversation().answer("decision.item.created", event);
		created.set("item", item);
		events().send(created);
	}

	private void removeItem(ObjectNode event) {
		String itemId = conversation().decisions().remove(event);
		events().send(conversation().answer("decision.item.deleted", event).put("item_id", itemId));
	}

	private void tick(LiveConversation present) {
		if (!this.over) {
			present.pass(TICK_MILLIS);
			double pace = Math.min(environment().pace(), FASTEST);
			lane().schedule(Duration.ofNanos((long) (TICK_MILLIS * NANOS_PER_MILLI / pace)), () -> tick(present));
		}
	}

	private void endNow(String reason) {
		if (this.over) {
			return;
		}
		this.over = true;
		tellEnd(reason);
		lane().schedule(PARTING, () -> output().close(NORMAL, ""));
	}

	private void tellEnd(String reason) {
		ObjectNode event = events().event("session.closed").put("reason", reason);
		LiveConversation present = this.conversation;
		if (present != null) {
			event.putObject("usage").put("seconds", present.seconds());
			event.set("session", present.settings().toJson());
		}
		events().send(event);
	}

}
