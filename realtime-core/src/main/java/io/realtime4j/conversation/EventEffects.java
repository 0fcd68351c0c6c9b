package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ConversationItemRetrieved;
import io.realtime4j.event.server.InputAudioBufferTimeoutTriggered;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseFunctionCallArgumentsDone;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Effects of events on the items of a conversation; {@link SpeechEffects} has those on
 * its texts.
 */
final class EventEffects {

	private EventEffects() {
	}

	/**
	 * Apply an event. Return the same state if the event changes nothing.
	 */
	@SuppressWarnings("ReferenceEquality")
	static ConversationState apply(ConversationState state, ServerEvent event) {
		ConversationState spoken = SpeechEffects.apply(state, event);
		if (spoken != state) {
			return spoken;
		}
		if (event instanceof ConversationItemAdded added) {
			return put(state, added.item(), added.previousItemId());
		}
		if (event instanceof ConversationItemCreated created) {
			return put(state, created.item(), created.previousItemId());
		}
		if (event instanceof ConversationItemDone done) {
			return put(state, done.item(), done.previousItemId());
		}
		if (event instanceof ConversationItemDeleted deleted && deleted.itemId() != null) {
			return delete(state, deleted.itemId());
		}
		return (event instanceof ResponseDone done) ? end(state, done.response()) : applyRare(state, event);
	}

	private static ConversationState applyRare(ConversationState state, ServerEvent event) {
		if (event instanceof ResponseOutputItemDone done) {
			return replace(state, done.item());
		}
		if (event instanceof ConversationItemRetrieved retrieved) {
			return replace(state, retrieved.item());
		}
		if (event instanceof ResponseFunctionCallArgumentsDone done) {
			return complete(state, done);
		}
		if (event instanceof InputAudioBufferTimeoutTriggered idle && idle.itemId() != null) {
			return state.mark(idle.itemId(), ItemMarks::asIdle);
		}
		if (event instanceof SessionCreated created) {
			return format(state, created.session());
		}
		return (event instanceof SessionUpdated updated) ? format(state, updated.session()) : state;
	}

	private static ConversationState format(ConversationState state, SessionSettings settings) {
		AudioFormat told = SessionFormats.output(settings);
		return (told != null) ? state.with(told) : state;
	}

	private static ConversationState put(ConversationState state, Item item, @Nullable String previous) {
		String id = item.id();
		if (id == null) {
			return state;
		}
		ItemSlot known = state.slots().find(id);
		if (known == null || known.item() == null) {
			return state.with(state.slots().add(id, ItemAudio.strip(item), previous));
		}
		ConversationState merged = replace(state, item);
		ItemSlot newest = merged.slots().find(id);
		return (newest != null && newest.previous() == null && previous != null && !previous.equals(id))
				? merged.with(merged.slots().move(newest, previous)) : merged;
	}

	private static ConversationState replace(ConversationState state, Item item) {
		String id = item.id();
		ItemSlot known = (id != null) ? state.slots().find(id) : null;
		if (known == null || known.item() == null || known.marks().restored()) {
			return state;
		}
		Item merged = ItemForms.merge(known.item(), ItemAudio.strip(item));
		return merged.equals(known.item()) ? state
				: state.with(state.slots().update(known.id(), (slot) -> slot.withItem(merged)));
	}

	private static ConversationState complete(ConversationState state, ResponseFunctionCallArgumentsDone done) {
		ItemSlot known = (done.itemId() != null) ? state.slots().find(done.itemId()) : null;
		if (known == null || !(known.item() instanceof FunctionCall call)) {
			return state;
		}
		return replace(state, new FunctionCall(call.id(), call.object(), call.status(), call.callId(),
				(done.name() != null) ? done.name() : call.name(), done.arguments(), call.extra()));
	}

	private static ConversationState delete(ConversationState state, String itemId) {
		ItemSlot known = state.slots().find(itemId);
		if (known == null || known.item() == null) {
			return state;
		}
		return state.with(state.slots().update(itemId, ItemSlot::deleted));
	}

	// What was said for items outside of the conversation ends with its response
	private static ConversationState end(ConversationState state, Response response) {
		ConversationState ended = state;
		for (Item item : (response.output() != null) ? response.output() : List.<Item>of()) {
			ended = replace(ended, item);
			if (item.id() != null && ResponseStatus.CANCELLED.equals(response.status())
					&& ItemStatus.INCOMPLETE.equals(ItemForms.status(item))) {
				ended = ended.mark(item.id(), ItemMarks::asInterrupted);
			}
		}
		return (response.id() != null) ? endEarly(ended, response.id()) : ended;
	}

	private static ConversationState endEarly(ConversationState state, String responseId) {
		List<ItemSlot> ended = new ArrayList<>();
		state.slots().forEachEarly((slot) -> {
			if (slot.speeches().byPlace().values().stream().anyMatch((speech) -> speech.isOf(responseId))) {
				ended.add(slot);
			}
		});
		ConversationState kept = state;
		for (ItemSlot slot : ended) {
			ItemSlot current = kept.slots().find(slot.id());
			kept = (current != null) ? kept.with(kept.slots().without(current)) : kept;
		}
		return kept;
	}

}
