package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.List;

import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A live session, in which both sides may speak at once. The client begins it, and from
 * then on its time passes: in each piece of it, a piece is heard and a piece is said.
 */
final class ServedLiveSession extends ServedSession {

	private static final int NORMAL = 1000;

	private static final Duration PARTING = Duration.ofMillis(200);

	private static final int TICK_MILLIS = 100;

	private static final double FASTEST = 20;

	private static final double NANOS_PER_MILLI = 1e6;

	private static final List<String> EVENT_TYPES = List.of("session.start", "session.update",
			"session.input_audio.append", "session.input_audio.mute", "session.input_audio.unmute",
			"session.instructions.append", "session.thinking.append", "session.commentary.append",
			"response.item.create", "response.create", "session.close");

	private @Nullable LiveConversation conversation;

	private boolean over;

	ServedLiveSession(SessionRequest request, ServedSessionEnvironment environment, SessionOutput output) {
		super(request, environment, output);
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
		commands().put("session.close", (event) -> {
			conversation();
			end("close_requested");
		});
	}

	@Override
	void begin() {
		// The client speaks first
	}

	@Override
	void stop() {
		this.over = true;
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
		end("expired");
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
		this.conversation = new LiveConversation(events(), lane(), environment(), settings, this::failed);
		acknowledge("session.started", event, settings.toJson());
		tick(this.conversation);
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

	private void tick(LiveConversation present) {
		if (!this.over) {
			present.pass(TICK_MILLIS);
			double pace = Math.min(environment().pace(), FASTEST);
			lane().schedule(Duration.ofNanos((long) (TICK_MILLIS * NANOS_PER_MILLI / pace)), () -> tick(present));
		}
	}

	private void end(String reason) {
		if (this.over) {
			return;
		}
		this.over = true;
		ObjectNode event = events().event("session.closed").put("reason", reason);
		LiveConversation present = this.conversation;
		if (present != null) {
			event.putObject("usage").put("seconds", present.seconds());
			event.set("session", present.settings().toJson());
		}
		events().send(event);
		lane().schedule(PARTING, () -> output().close(NORMAL, ""));
	}

}
