package io.realtime4j.spring.tool.ai;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ResponseOutputTextDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.Response;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.messages.Message;

/**
 * The turns of a session that wait to be kept. A transcript of the user often comes after
 * the answer to it: what was said later waits for it, but not for ever.
 */
final class TranscriptTurns {

	/**
	 * A server that does not transcribe never tells: more turns than these do not wait.
	 */
	private static final int MAX_WAITING = 8;

	private final Map<String, Turn> turns = new LinkedHashMap<>();

	void onEvent(ServerEvent event) {
		if (event instanceof ConversationItemAdded added) {
			onItem(added.item());
		}
		else if (event instanceof ConversationItemCreated created) {
			onItem(created.item());
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionCompleted completed) {
			settle(turnOf(completed.itemId(), () -> new Turn(true, null)), completed.transcript());
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionFailed failed) {
			settle(this.turns.get(failed.itemId()), null);
		}
		else {
			onResponse(event);
		}
	}

	private void onItem(Item item) {
		if (item instanceof UserMessage message && message.id() != null) {
			Turn turn = this.turns.computeIfAbsent(message.id(), (id) -> new Turn(true, null));
			List<ContentPart> content = (message.content() != null) ? message.content() : List.of();
			content.forEach((part) -> {
				if (part instanceof InputText text) {
					turn.append(text.text());
				}
			});
			if (content.stream().noneMatch(InputAudio.class::isInstance)) {
				turn.settle();
			}
		}
	}

	private void onResponse(ServerEvent event) {
		if (event instanceof ResponseOutputItemAdded added && added.item() instanceof AssistantMessage message
				&& message.id() != null) {
			this.turns.putIfAbsent(message.id(), new Turn(false, added.responseId()));
		}
		else if (event instanceof ResponseOutputAudioTranscriptDone done) {
			turnOf(done.itemId(), () -> new Turn(false, done.responseId())).append(done.transcript());
		}
		else if (event instanceof ResponseOutputTextDone done) {
			turnOf(done.itemId(), () -> new Turn(false, done.responseId())).append(done.text());
		}
		else if (event instanceof ResponseOutputItemDone done && done.item() instanceof AssistantMessage message
				&& message.id() != null) {
			settle(this.turns.get(message.id()), null);
		}
		else if (event instanceof ResponseDone done) {
			// Not every server tells of items
			this.turns.values().stream().filter((turn) -> turn.isOf(done.response())).forEach(Turn::settle);
		}
	}

	private Turn turnOf(@Nullable String itemId, Supplier<Turn> fresh) {
		return this.turns.computeIfAbsent(String.valueOf(itemId), (id) -> fresh.get());
	}

	private static void settle(@Nullable Turn turn, @Nullable String text) {
		if (turn != null) {
			turn.append(text);
			turn.settle();
		}
	}

	/**
	 * Take the messages at the front that are complete.
	 */
	List<Message> takeSettled() {
		return take(false);
	}

	List<Message> takeAll() {
		return take(true);
	}

	private List<Message> take(boolean all) {
		List<Message> messages = new ArrayList<>();
		Iterator<Turn> waiting = this.turns.values().iterator();
		while (waiting.hasNext()) {
			Turn turn = waiting.next();
			if (!all && !turn.isSettled() && this.turns.size() <= MAX_WAITING) {
				break;
			}
			waiting.remove();
			turn.addTo(messages);
		}
		return messages;
	}

	/**
	 * Words of one side, said at a time.
	 */
	private static final class Turn {

		private final StringBuilder text = new StringBuilder();

		private final boolean ofUser;

		private boolean settled;

		private final @Nullable String responseId;

		Turn(boolean ofUser, @Nullable String responseId) {
			this.ofUser = ofUser;
			this.responseId = responseId;
		}

		boolean isOf(Response response) {
			return !this.ofUser && Objects.equals(this.responseId, response.id());
		}

		void append(@Nullable String more) {
			if (more != null && !more.isBlank()) {
				this.text.append(this.text.isEmpty() ? "" : "\n").append(WellFormedText.of(more.strip()));
			}
		}

		void settle() {
			this.settled = true;
		}

		boolean isSettled() {
			return this.settled;
		}

		void addTo(List<Message> messages) {
			if (!this.text.isEmpty()) {
				messages.add(this.ofUser ? new org.springframework.ai.chat.messages.UserMessage(this.text.toString())
						: new org.springframework.ai.chat.messages.AssistantMessage(this.text.toString()));
			}
		}

	}

}
