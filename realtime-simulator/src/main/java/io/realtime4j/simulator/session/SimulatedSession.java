package io.realtime4j.simulator.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.realtime4j.simulator.conversation.ServedConversation;
import io.realtime4j.simulator.input.ServedInputAudio;
import io.realtime4j.simulator.input.SessionEars;
import io.realtime4j.simulator.input.Transcripts;
import io.realtime4j.simulator.input.TurnListener;
import io.realtime4j.simulator.response.Responses;
import io.realtime4j.simulator.response.Stage;
import io.realtime4j.simulator.settings.DeclaredTools;
import io.realtime4j.simulator.settings.ServedSessionSettings;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session that holds a conversation, or only writes down what is said.
 */
final class SimulatedSession extends ServedSession {

	private static final int NORMAL = 1000;

	private static final String DEFAULT_MODEL = "gpt-realtime";

	private static final List<String> EVENT_TYPES = List.of("session.update", "session.close",
			"input_audio_buffer.append", "session.input_audio_buffer.append", "input_audio_buffer.commit",
			"input_audio_buffer.clear", "conversation.item.create", "conversation.item.truncate",
			"conversation.item.delete", "conversation.item.retrieve", "response.create", "response.cancel");

	private final ServedSessionSettings settings;

	private final Responses responses;

	private final ServedInputAudio input;

	private final IdleTimer idleTimer;

	SimulatedSession(SessionRequest request, ServedSessionEnvironment environment, SessionOutput output) {
		super(request, environment, output);
		this.idleTimer = new IdleTimer(lane());
		this.settings = settings(request, id(), expiresAt());
		ServedConversation conversation = new ServedConversation(events().ids().next("conv"));
		SessionScript script = environment.script();
		this.responses = new Responses(new Stage(events(), lane(), conversation, environment.model(),
				environment.voice(), environment.pace(), environment.budget()), script::nextReply, this::responseOver);
		SessionEars ears = new SessionEars(environment.ears(), lane(), script::nextTranscript,
				() -> DeclaredTools.of(this.settings.response(null).get("tools")));
		this.input = new ServedInputAudio(events(), conversation, ears, new Transcripts(events(), lane()), new Turns());
		addCommands(conversation);
	}

	@Override
	void begin() {
		if (request().callId() == null) {
			sendSession("session.created", this.settings.toJson());
		}
	}

	@Override
	void stop() {
		this.idleTimer.stop();
		this.responses.close();
	}

	@Override
	List<String> eventTypes() {
		return EVENT_TYPES;
	}

	private static ServedSessionSettings settings(SessionRequest request, String id, Instant expiresAt) {
		String model = request.model();
		ServedSessionSettings settings = (request.kind() == SessionRequest.Kind.TRANSCRIPTION)
				? ServedSessionSettings.transcription(id, expiresAt)
				: ServedSessionSettings.realtime(id, (model != null) ? model : DEFAULT_MODEL, expiresAt);
		if (request.settings() != null) {
			settings.update(request.settings(), false);
		}
		return settings;
	}

	private void addCommands(ServedConversation conversation) {
		commands().put("session.update", this::update);
		commands().put("session.close", (event) -> output().close(NORMAL, ""));
		ItemCommands items = new ItemCommands(events(), conversation, this.settings);
		items.addTo(commands());
		new AudioCommands(this.input, this.settings).addTo(commands());
		new ResponseCommands(this.responses, conversation, this.settings, items.factory()).addTo(commands());
	}

	private void update(ObjectNode event) {
		this.settings.update(Arguments.object(event, "session"), this.responses.hasSpoken());
		sendSession("session.updated", this.settings.toJson());
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
			ServedSessionSettings settings = SimulatedSession.this.settings;
			if (!settings.isTranscription() && settings.input().createsResponse()) {
				SimulatedSession.this.responses.createForTurn(settings.response(null));
			}
		}

	}

}
