package io.realtime4j.spring.external;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.completion.ResponseScopes;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SpeechCut;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * Turns of one session of the first family. They are found in the events as listeners
 * hear of them: the history of the session is ahead of its listeners, so that what it
 * says of a response may be that of a later one.
 */
final class RealtimeTurns {

	private static final int REMEMBERED = 256;

	private static final Set<Class<? extends ServerEvent>> WANTED = Set.of(ResponseCreated.class,
			ResponseOutputItemAdded.class, ResponseDone.class, InputAudioBufferCommitted.class,
			ConversationItemInputAudioTranscriptionCompleted.class, ConversationItemInputAudioTranscriptionFailed.class,
			ConversationItemAdded.class, ConversationItemCreated.class);

	private final ResponseScopes scopes = new ResponseScopes();

	private final RecentIds beside = new RecentIds(REMEMBERED);

	private final RecentIds interrupted = new RecentIds(REMEMBERED);

	private final RecentIds userTurns = new RecentIds(REMEMBERED);

	private final Map<String, String> responses = new LinkedHashMap<>();

	private final RealtimeSession session;

	private final ExternalEvents events;

	RealtimeTurns(RealtimeSession session, ExternalEvents events) {
		this.session = session;
		this.events = events;
	}

	static boolean isWanted(ServerEvent event) {
		return WANTED.contains(event.getClass());
	}

	void onEvent(ServerEvent event) {
		if (this.session.settings() instanceof TranscriptionSessionSettings) {
			return;
		}
		if (event instanceof ResponseCreated created) {
			onCreated(created.response());
		}
		else if (event instanceof ResponseOutputItemAdded added) {
			onOutput(added.responseId(), added.item());
		}
		else if (event instanceof ResponseDone done) {
			onDone(done);
		}
		else {
			onInput(event);
		}
	}

	private void onCreated(Response response) {
		if (!this.scopes.isOfConversation(response) && response.id() != null) {
			this.beside.add(response.id());
		}
	}

	private void onOutput(@Nullable String responseId, @Nullable Item item) {
		if (item != null && item.id() != null && responseId != null) {
			this.responses.put(item.id(), responseId);
			if (this.responses.size() > REMEMBERED) {
				this.responses.remove(this.responses.keySet().iterator().next());
			}
		}
	}

	private void onDone(ResponseDone done) {
		String responseId = done.response().id();
		AssistantMessage message = message(done.response());
		if (message == null || (responseId != null && this.beside.contains(responseId))) {
			return;
		}
		onOutput(responseId, message);
		ExternalEvents.Turn turn = new ExternalEvents.Turn(message.id(), responseId, done.text());
		if (!(done.outcome() instanceof ResponseOutcome.Cancelled)) {
			this.events.finished(this.session, TurnFinished.Speaker.ASSISTANT, turn);
		}
		else if (isFirstInterruption(turn)) {
			this.events.interrupted(this.session, turn, null);
		}
	}

	private static @Nullable AssistantMessage message(Response response) {
		AssistantMessage last = null;
		for (Item item : (response.output() != null) ? response.output() : List.<Item>of()) {
			last = (item instanceof AssistantMessage message) ? message : last;
		}
		return last;
	}

	private boolean isFirstInterruption(ExternalEvents.Turn turn) {
		String id = (turn.responseId() != null) ? turn.responseId() : turn.id();
		return id == null || this.interrupted.add(id);
	}

	/**
	 * Speech was cut: the first part of it that was not heard to its end, the others were
	 * not heard at all.
	 */
	void onCut(SpeechCut cut) {
		String heard = this.session.conversation()
			.entry(cut.itemId())
			.filter(MessageEntry.class::isInstance)
			.map((entry) -> ((MessageEntry) entry).heardText())
			.orElse("");
		ExternalEvents.Turn turn = new ExternalEvents.Turn(cut.itemId(), this.responses.get(cut.itemId()), heard);
		if (isFirstInterruption(turn)) {
			this.events.interrupted(this.session, turn, cut.heardMillis());
		}
	}

	private void onInput(ServerEvent event) {
		if (event instanceof InputAudioBufferCommitted committed && !isTranscribed()) {
			onUser(committed.itemId(), null);
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionCompleted transcribed) {
			onUser(transcribed.itemId(), transcribed.transcript());
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionFailed failed) {
			onUser(failed.itemId(), null);
		}
		else if (event instanceof ConversationItemAdded added) {
			onItem(added.item());
		}
		else if (event instanceof ConversationItemCreated created) {
			onItem(created.item());
		}
	}

	private void onItem(@Nullable Item item) {
		if (item instanceof UserMessage message && message.content() != null
				&& message.content().stream().noneMatch(InputAudio.class::isInstance)) {
			onUser(message.id(), written(message));
		}
	}

	private static String written(UserMessage message) {
		return (message.content() != null) ? message.content()
			.stream()
			.filter(InputText.class::isInstance)
			.map((part) -> ((InputText) part).text())
			.collect(Collectors.joining("\n")) : "";
	}

	private void onUser(@Nullable String itemId, @Nullable String text) {
		if (itemId == null || this.userTurns.add(itemId)) {
			this.events.finished(this.session, TurnFinished.Speaker.USER, new ExternalEvents.Turn(itemId, null, text));
		}
	}

	private boolean isTranscribed() {
		AudioInput input = (this.session.settings() instanceof RealtimeSessionSettings settings
				&& settings.audio() != null) ? settings.audio().input() : null;
		return input != null && input.transcription() != null && !input.transcription().isOff();
	}

}
