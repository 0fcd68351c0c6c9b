package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.realtime4j.simulator.ears.Hearing;
import io.realtime4j.simulator.input.SessionEars;
import io.realtime4j.simulator.input.Transcripts;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ModelToolChoice;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.response.Tokens;
import io.realtime4j.simulator.settings.DeclaredTools;
import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.time.Lane;
import io.realtime4j.simulator.voice.SpeechRequest;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conversation of a live session since it was started. The model falls silent when
 * the user speaks, and answers what was said.
 */
final class LiveConversation {

	private static final int USAGE_MILLIS = 5000;

	private static final int MAX_TOKENS = 500;

	private static final double MILLIS_PER_SECOND = 1000;

	private final EventSink events;

	private final EventSink transcripts;

	private final LiveOutputs outputs;

	private final Lane lane;

	private final ServedSessionEnvironment environment;

	private final ServedLiveSettings settings;

	private final LiveHearing hearing;

	private final SessionEars ears;

	private final LiveSpeech speech;

	private final LiveDelegation delegation;

	private final LiveDecisions decisions;

	private final Consumer<Throwable> failures;

	private final List<ModelTurn> turns = new ArrayList<>();

	private final Sequence hearings = new Sequence();

	private final Sequence replies = new Sequence();

	private final Sequence sounds = new Sequence();

	private long now;

	LiveConversation(Stage stage, ServedLiveSettings settings) {
		this.events = stage.events();
		this.outputs = stage.outputs();
		this.lane = stage.lane();
		this.environment = stage.environment();
		this.settings = settings;
		this.failures = stage.failures();
		this.hearing = new LiveHearing(settings);
		this.ears = new SessionEars(this.environment.ears(), this.lane, this.environment.script()::nextTranscript,
				() -> DeclaredTools.of(settings.tools()));
		this.decisions = new LiveDecisions(this.events, settings, this.environment.script());
		this.transcripts = new EventSink(this.events.ids(), this::transcribe);
		this.speech = new LiveSpeech(this.transcripts, this.outputs, settings);
		this.delegation = new LiveDelegation(this.events, settings, this.decisions);
		settings.input().forEach((message) -> {
			String text = ServedLiveSettings.text(message);
			if (text != null) {
				add(role(Json.text(message, "role", "user")), text);
			}
		});
	}

	private void transcribe(ObjectNode event) {
		this.events.send(event);
		this.decisions.onTranscript(event);
	}

	private static ModelTurn.Role role(String role) {
		return switch (role) {
			case "assistant" -> ModelTurn.Role.ASSISTANT;
			case "developer" -> ModelTurn.Role.SYSTEM;
			default -> ModelTurn.Role.USER;
		};
	}

	private void add(ModelTurn.Role role, String text) {
		this.turns.add(new ModelTurn(role, text, "", Duration.ZERO));
	}

	ServedLiveSettings settings() {
		return this.settings;
	}

	LiveDelegation delegation() {
		return this.delegation;
	}

	LiveDecisions decisions() {
		return this.decisions;
	}

	double seconds() {
		return this.now / MILLIS_PER_SECOND;
	}

	void append(ObjectNode event) {
		this.hearing.append(ItemFactory.decode(Arguments.string(event, "audio"), "audio"));
	}

	/**
	 * Hear a caller, whose audio does not come from the client.
	 * @param pcm16 the audio at 24 kHz
	 */
	void hear(byte[] pcm16) {
		this.hearing.append(this.settings.encodeSpeech(pcm16));
	}

	void mute(boolean muted) {
		this.hearing.mute(muted);
	}

	/**
	 * Take what the client tells the model.
	 * @param kind what it is: instructions, thinking or commentary
	 * @param event the event
	 */
	void tell(String kind, ObjectNode event) {
		String content = Arguments.string(event, "content");
		if (!event.has("delegation_id")) {
			throw ProtocolErrors.missing("delegation_id");
		}
		this.delegation.require(Arguments.optionalString(event, "delegation_id"));
		if (Tokens.of(content).size() > MAX_TOKENS) {
			throw new ProtocolException("string_above_max_length",
					"Invalid 'content': too long. Expected at most " + MAX_TOKENS + " tokens.", "content");
		}
		this.events
			.send(answer("session." + kind + ".appended", event).put("start_ms", this.now).put("end_ms", this.now));
		String written = "commentary".equals(kind) ? WrittenMessage.find(content) : null;
		if (written != null) {
			add(ModelTurn.Role.USER, written);
			reply(this.environment.script().nextReply());
		}
		else if ("commentary".equals(kind)) {
			say(new ReplyPart.Message(content, null));
		}
		else {
			add(ModelTurn.Role.SYSTEM, content);
		}
	}

	/**
	 * Let time pass.
	 * @param millis how much
	 */
	void pass(int millis) {
		LiveHearing.Heard heard = this.hearing.hear(this.now, millis);
		this.outputs.heard(this.hearing.latest(), this.settings.rate());
		if (this.hearing.isSpeaking()) {
			this.sounds.clear();
			this.speech.fallSilent();
		}
		if (heard != null) {
			understand(heard);
		}
		this.speech.speak(this.now, millis);
		this.now += millis;
		if (this.now % USAGE_MILLIS == 0) {
			ObjectNode event = this.events.event("session.usage.updated");
			event.putObject("usage").put("seconds", seconds());
			this.events.send(event);
		}
	}

	private void understand(LiveHearing.Heard heard) {
		this.hearings
			.add(() -> this.ears.hear(heard.pcm(), this.settings.rate(), heard.spokenMillis()).thenAccept((hearing) -> {
				try {
					answer(heard, hearing);
				}
				finally {
					this.hearings.done();
				}
			}).exceptionally((failure) -> {
				fail(failure);
				return null;
			}));
	}

	private void answer(LiveHearing.Heard heard, Hearing hearing) {
		List<String> tokens = Tokens.of(Transcripts.of(hearing, heard.spokenMillis()));
		long length = heard.endMillis() - heard.startMillis();
		for (int i = 0; i < tokens.size(); i++) {
			this.transcripts.send(this.events.event("session.input_transcript.delta")
				.put("delta", tokens.get(i))
				.put("start_ms", heard.startMillis() + length * i / tokens.size())
				.put("end_ms", heard.startMillis() + length * (i + 1) / tokens.size()));
		}
		// The model is not told what nobody understood
		this.turns.add(new ModelTurn(ModelTurn.Role.USER, (hearing.sure()) ? hearing.words() : "", "",
				Duration.ofMillis(heard.spokenMillis()), (hearing.sure()) ? "" : hearing.words()));
		reply(this.environment.script().nextReply());
	}

	private void reply(@Nullable ModelReply scripted) {
		this.replies.add(() -> {
			if (scripted != null) {
				say(scripted);
			}
			else {
				think();
			}
		});
	}

	private void think() {
		ModelRequest request = new ModelRequest(this.settings.instructions(), this.turns,
				DeclaredTools.of(this.settings.tools()), new ModelToolChoice(ModelToolChoice.Mode.AUTO, ""));
		work(this.replies, () -> Objects.requireNonNull(this.environment.model().reply(request)), this::say);
	}

	private <T> void work(Sequence steps, Supplier<T> work, Consumer<T> next) {
		CompletableFuture.supplyAsync(work, this.environment.timeline().executor())
			.whenComplete((result, failure) -> this.lane.execute(() -> {
				if (failure == null) {
					next.accept(result);
					return;
				}
				fail(failure);
				steps.done();
			}));
	}

	private void fail(Throwable failure) {
		Throwable cause = failure.getCause();
		this.failures.accept((failure instanceof CompletionException && cause != null) ? cause : failure);
	}

	/**
	 * Answer with the outputs of delegated calls.
	 */
	void proceed() {
		this.turns.addAll(this.delegation.proceed());
		reply(this.environment.script().nextReply());
	}

	private void say(ModelReply reply) {
		this.lane.schedule(reply.delay(), () -> {
			try {
				reply.parts().forEach((part) -> {
					if (part instanceof ReplyPart.Message message) {
						say(message);
					}
				});
				this.turns.addAll(this.delegation.delegate(reply, this.now));
			}
			finally {
				this.replies.done();
			}
		});
	}

	private void say(ReplyPart.Message message) {
		add(ModelTurn.Role.ASSISTANT, message.text());
		this.sounds.add(() -> work(this.sounds, () -> this.settings.encodeSpeech(sound(message)), (sound) -> {
			this.speech.say(message.text(), sound);
			this.sounds.done();
		}));
	}

	private byte[] sound(ReplyPart.Message message) {
		byte[] given = message.audio();
		return (given != null) ? given
				: this.environment.voice().speak(new SpeechRequest(message.text(), this.settings.voice(), 1));
	}

	/**
	 * Begin an event that answers one of the client.
	 * @param type the type of the answer
	 * @param asked the event of the client
	 * @return the answer
	 */
	ObjectNode answer(String type, ObjectNode asked) {
		ObjectNode event = this.events.event(type);
		String eventId = Json.text(asked, "event_id");
		return (eventId != null) ? event.put("client_event_id", eventId) : event;
	}

	/**
	 * Where a conversation takes place.
	 *
	 * @param events makes and takes its events
	 * @param outputs those who are told
	 * @param lane does all things in order
	 * @param environment what all sessions share
	 * @param failures is told of what fails
	 */
	record Stage(EventSink events, LiveOutputs outputs, Lane lane, ServedSessionEnvironment environment,
			Consumer<Throwable> failures) {

	}

}
