package io.realtime4j.conversation.completion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.realtime4j.conversation.completion.ToldTurns.Turn;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.OutputAudioBufferCleared;
import io.realtime4j.event.server.OutputAudioBufferStarted;
import io.realtime4j.event.server.OutputAudioBufferStopped;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Completes events of the items of a conversation, of what users say and of what is
 * heard. Not thread-safe.
 */
final class SpokenCompletion {

	private static final String FIRST = "root";

	private final ToldTurns turns = new ToldTurns();

	private final MadeIds ids;

	private final ToldItems items;

	private final Supplier<List<Item>> ofApplication;

	SpokenCompletion(MadeIds ids, ToldItems items, Supplier<List<Item>> ofApplication) {
		this.ids = ids;
		this.items = items;
		this.ofApplication = ofApplication;
	}

	void reset() {
		this.turns.clear();
	}

	ServerEvent whole(ServerEvent event, ToldResponses responses, List<ServerEvent> said) {
		if (event instanceof ConversationItemAdded added) {
			return new ConversationItemAdded(added.eventId(), added.previousItemId(),
					announced(added.item(), responses));
		}
		if (event instanceof ConversationItemCreated created) {
			return new ConversationItemCreated(created.eventId(), created.previousItemId(),
					announced(created.item(), responses));
		}
		if (event instanceof ConversationItemDone done) {
			return new ConversationItemDone(done.eventId(), done.previousItemId(), done(done.item(), responses));
		}
		if (event instanceof InputAudioBufferSpeechStopped stopped) {
			this.turns.onSpeech(stopped.itemId(), this.items.last());
		}
		else if (event instanceof InputAudioBufferCommitted committed) {
			this.turns.onCommitted(committed.itemId(), this.items.last());
		}
		else if (event instanceof ConversationItemTruncated cut && cut.itemId() == null) {
			return new ConversationItemTruncated(cut.eventId(), this.items.newestSpoken(), cut.contentIndex(),
					cut.audioEndMs());
		}
		return transcribed(event, responses, said);
	}

	private ServerEvent transcribed(ServerEvent event, ToldResponses responses, List<ServerEvent> said) {
		if (event instanceof ConversationItemInputAudioTranscriptionDelta delta) {
			return new ConversationItemInputAudioTranscriptionDelta(delta.eventId(), turn(delta.itemId(), false, said),
					delta.contentIndex(), delta.delta(), delta.logprobs());
		}
		if (event instanceof ConversationItemInputAudioTranscriptionCompleted whole) {
			return new ConversationItemInputAudioTranscriptionCompleted(whole.eventId(),
					turn(whole.itemId(), true, said), whole.contentIndex(), whole.transcript(), whole.languages(),
					whole.logprobs(), whole.usage());
		}
		if (event instanceof ConversationItemInputAudioTranscriptionFailed failed) {
			return new ConversationItemInputAudioTranscriptionFailed(failed.eventId(),
					turn(failed.itemId(), true, said), failed.contentIndex(), failed.error());
		}
		return heard(event, responses);
	}

	private static ServerEvent heard(ServerEvent event, ToldResponses responses) {
		if (event instanceof OutputAudioBufferStarted started && started.responseId() == null) {
			return new OutputAudioBufferStarted(started.eventId(), responses.lastId());
		}
		if (event instanceof OutputAudioBufferStopped stopped && stopped.responseId() == null) {
			return new OutputAudioBufferStopped(stopped.eventId(), responses.lastId());
		}
		return (event instanceof OutputAudioBufferCleared cleared && cleared.responseId() == null)
				? new OutputAudioBufferCleared(cleared.eventId(), responses.lastId()) : event;
	}

	// Return the id of the item of a turn, announced if the server did not
	private String turn(@Nullable String itemId, boolean last, List<ServerEvent> said) {
		if (itemId != null && this.items.isKnown(itemId)) {
			if (last) {
				this.turns.end(this.turns.transcribed(itemId, null));
			}
			return itemId;
		}
		Turn turn = this.turns.transcribed(itemId, this.items.last());
		String id = turn.idOr(this.ids);
		if (!this.items.isKnown(id)) {
			String previous = turn.previous();
			this.items.announce(new UserMessage(id, null, ItemStatus.COMPLETED,
					List.of(new InputAudio(null, null, Map.of())), Map.of()), (previous != null) ? previous : FIRST,
					said);
		}
		if (last) {
			this.turns.end(turn);
		}
		return id;
	}

	private Item announced(Item item, ToldResponses responses) {
		Item whole = (item.id() == null) ? sent(item) : item;
		if (isSpoken(whole)) {
			whole = NamedItems.withId(whole, this.turns.onItem(whole.id()).idOr(this.ids));
		}
		if (whole.id() == null) {
			String id = idInResponse(whole, responses);
			whole = NamedItems.withId(whole, (id != null) ? id : this.ids.next());
		}
		this.items.onAnnounced(whole);
		return whole;
	}

	// The server answers what the application created
	private Item sent(Item item) {
		return this.ofApplication.get()
			.stream()
			.filter((sent) -> sent.id() != null && isSame(sent, item))
			.findFirst()
			.map((sent) -> NamedItems.withId(item, String.valueOf(sent.id())))
			.orElse(item);
	}

	private static boolean isSame(Item sent, Item told) {
		if (sent instanceof Message message && told instanceof Message other) {
			return message.role().equals(other.role()) && Objects.equals(message.content(), other.content());
		}
		return sent instanceof FunctionCallOutput output && told instanceof FunctionCallOutput other
				&& Objects.equals(output.callId(), other.callId());
	}

	// What was told of in the response that runs, and has not been announced yet
	private @Nullable String idInResponse(Item item, ToldResponses responses) {
		ToldResponse current = responses.current(null);
		ToldItem told = (current != null)
				? current.last((other) -> other.kind() == ToldItem.Kind.of(item) && !this.items.isKnown(other.id()))
				: null;
		return (told != null && told.isLike(item)) ? told.id() : null;
	}

	private Item done(Item item, ToldResponses responses) {
		String newest = (item.id() == null) ? this.items.newest(item.getClass()) : null;
		if (newest != null) {
			return NamedItems.withId(item, newest);
		}
		return announced(item, responses);
	}

	private static boolean isSpoken(Item item) {
		return item instanceof UserMessage message && message.content() != null
				&& message.content().stream().anyMatch(InputAudio.class::isInstance);
	}

}
