package io.realtime4j.simulator.session;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.simulator.conversation.Conversation;
import io.realtime4j.simulator.input.InputAudio;
import io.realtime4j.simulator.input.Transcripts;
import io.realtime4j.simulator.input.TurnListener;
import io.realtime4j.simulator.response.Responses;
import io.realtime4j.simulator.response.Stage;
import io.realtime4j.simulator.settings.SessionSettings;
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
 * One session as the server lives it. Its methods may be called from any thread; what
 * they do happens in order on a lane of its own.
 */
public final class SimulatedSession {

	private static final int NORMAL = 1000;

	private static final int GOING_AWAY = 1001;

	private static final String DEFAULT_MODEL = "gpt-realtime";

	private static final List<String> EVENT_TYPES = List.of("session.update", "session.close",
			"input_audio_buffer.append", "session.input_audio_buffer.append", "input_audio_buffer.commit",
			"input_audio_buffer.clear", "conversation.item.create", "conversation.item.truncate",
			"conversation.item.delete", "conversation.item.retrieve", "response.create", "response.cancel");

	private final SessionRequest request;

	private final SessionEnvironment environment;

	private final SessionOutput output;

	private final String id;

	private final Lane lane;

	private final EventSink events;

	private final SessionSettings settings;

	private final Responses responses;

	private final InputAudio input;

	private final IdleTimer idleTimer;

	private final Duration lifetime;

	private final Map<String, Command> commands = new LinkedHashMap<>();

	private @Nullable Cancellable expiry;

	/**
	 * Create a new {@link SimulatedSession} instance.
	 * @param request what the client asks for
	 * @param environment what all sessions share
	 * @param output takes what the session sends
	 */
	public SimulatedSession(SessionRequest request, SessionEnvironment environment, SessionOutput output) {
		this.request = request;
		this.environment = environment;
		this.output = output;
		Ids ids = new Ids();
		this.id = ids.next("sess");
		this.lane = new Lane(environment.timeline(), this::failed);
		this.events = new EventSink(ids, output::send);
		this.idleTimer = new IdleTimer(this.lane);
		SessionScript script = environment.script();
		this.lifetime = script.nextLifetime(environment.lifetime());
		Instant expiresAt = environment.timeline().now().plus(this.lifetime);
		this.settings = settings(request, this.id, expiresAt);
		Conversation conversation = new Conversation(ids.next("conv"));
		this.responses = new Responses(new Stage(this.events, this.lane, conversation, environment.model(),
				environment.voice(), environment.pace(), environment.budget()), script::nextReply, this::responseOver);
		this.input = new InputAudio(this.events, conversation,
				new Transcripts(this.events, this.lane, script::nextTranscript), new Turns());
		addCommands(conversation);
	}

	/**
	 * Return the identifier.
	 * @return the identifier
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Begin: greet the client, or refuse it.
	 */
	public void open() {
		this.lane.execute(() -> {
			SessionRefusal refusal = Admission.refusal(this.request, this.environment.models(),
					this.environment.script());
			if (refusal != null) {
				sendError(refusal.error(), null);
				this.output.close(refusal.closeCode(), refusal.closeReason());
				return;
			}
			if (this.request.callId() == null) {
				sendSession("session.created");
			}
			this.expiry = this.lane.schedule(this.lifetime, this::endLife);
		});
	}

	/**
	 * Take an event of the client.
	 * @param event the event in the GA dialect, or {@code null} if the text was no JSON
	 * object
	 */
	public void receive(@Nullable ObjectNode event) {
		this.lane.execute(() -> obey(event));
	}

	/**
	 * Take a binary message, which no client should send.
	 */
	public void receiveBinary() {
		this.lane.execute(() -> sendError(ProtocolErrors.binaryFrame(), null));
	}

	/**
	 * Send an {@code error} event.
	 * @param error its body
	 */
	public void sendError(ObjectNode error) {
		this.lane.execute(() -> sendErrorNow(error));
	}

	/**
	 * End, as if the time of the session were up.
	 */
	public void expire() {
		this.lane.execute(this::endLife);
	}

	/**
	 * End, because the connection is gone.
	 */
	public void close() {
		this.lane.execute(() -> {
			this.idleTimer.stop();
			this.responses.close();
			if (this.expiry != null) {
				this.expiry.cancel();
			}
			this.lane.close();
		});
	}

	private static SessionSettings settings(SessionRequest request, String id, Instant expiresAt) {
		if (request.kind() == SessionRequest.Kind.TRANSCRIPTION) {
			return SessionSettings.transcription(id, expiresAt);
		}
		String model = request.model();
		return SessionSettings.realtime(id, (model != null) ? model : DEFAULT_MODEL, expiresAt);
	}

	private void addCommands(Conversation conversation) {
		this.commands.put("session.update", this::update);
		this.commands.put("session.close", (event) -> this.output.close(NORMAL, ""));
		ItemCommands items = new ItemCommands(this.events, conversation, this.settings);
		items.addTo(this.commands);
		new AudioCommands(this.input, this.settings).addTo(this.commands);
		new ResponseCommands(this.responses, conversation, this.settings, items.factory()).addTo(this.commands);
	}

	private void obey(@Nullable ObjectNode event) {
		String eventId = (event != null) ? Json.text(event, "event_id") : null;
		try {
			if (event == null) {
				throw ProtocolErrors.invalidJson();
			}
			String type = Arguments.eventType(event);
			Command command = this.commands.get(type);
			if (command == null) {
				throw ProtocolErrors.unsupported("type", type, EVENT_TYPES);
			}
			command.obey(event);
		}
		catch (ProtocolException ex) {
			sendError(ex, eventId);
		}
	}

	private void update(ObjectNode event) {
		this.settings.update(Arguments.object(event, "session"), this.responses.hasSpoken());
		sendSession("session.updated");
	}

	private void sendSession(String type) {
		ObjectNode event = this.events.event(type);
		event.set("session", this.settings.toJson());
		this.events.send(event);
	}

	private void sendError(ProtocolException refusal, @Nullable String clientEventId) {
		sendErrorNow(refusal.toError(clientEventId));
	}

	private void sendErrorNow(ObjectNode error) {
		ObjectNode event = this.events.event("error");
		event.set("error", error);
		this.events.send(event);
	}

	private void failed(RuntimeException failure) {
		sendErrorNow(ProtocolErrors.error("server_error", "internal_error",
				"The simulator failed: " + failure.getClass().getSimpleName(), null));
	}

	private void endLife() {
		String words = "Your session hit the maximum duration of " + words(this.lifetime) + ".";
		sendError(new ProtocolException("session_expired", words, null), null);
		this.output.close(GOING_AWAY, words);
	}

	private static String words(Duration duration) {
		boolean minutes = duration.toSecondsPart() == 0 && duration.toMinutes() > 0;
		long count = (minutes) ? duration.toMinutes() : duration.toSeconds();
		return count + ((minutes) ? " minute" : " second") + ((count == 1) ? "" : "s");
	}

	private void responseOver(long audioMillis, long elapsedMillis) {
		int idleMillis = this.settings.input().idleTimeoutMs();
		if (idleMillis > 0) {
			long playing = Math.max(0, audioMillis - elapsedMillis);
			this.idleTimer.start(Duration.ofMillis(playing + idleMillis), () -> timeOut(idleMillis));
		}
	}

	private void timeOut(int idleMillis) {
		if (!this.responses.isActive() && !this.input.isSpeaking()) {
			this.input.timeOut(idleMillis, this.settings.input());
			this.responses.createForTurn(this.settings.response(null));
		}
	}

	/**
	 * Answers the turns of the user.
	 */
	private final class Turns implements TurnListener {

		@Override
		public void speechStarted() {
			SimulatedSession.this.idleTimer.stop();
			if (SimulatedSession.this.settings.input().interruptsResponse()) {
				SimulatedSession.this.responses.interrupt();
			}
		}

		@Override
		public void turnDetected() {
			SessionSettings settings = SimulatedSession.this.settings;
			if (!settings.isTranscription() && settings.input().createsResponse()) {
				SimulatedSession.this.responses.createForTurn(settings.response(null));
			}
		}

	}

}
