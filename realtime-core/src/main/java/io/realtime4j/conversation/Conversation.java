package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemRetrieved;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * The items of a conversation in their order, as far as the server told of them. A
 * conversation never changes: applying an event gives another one.
 *
 * @since 0.1.0
 */
public final class Conversation {

	private static final Conversation EMPTY = new Conversation(List.of(), Transcripts.none());

	private final List<Item> items;

	private final Transcripts transcripts;

	private Conversation(List<Item> items, Transcripts transcripts) {
		this.items = List.copyOf(items);
		this.transcripts = transcripts;
	}

	/**
	 * Return a conversation without items.
	 * @return the empty conversation
	 */
	public static Conversation empty() {
		return EMPTY;
	}

	/**
	 * Return the items.
	 * @return the items, oldest first
	 */
	public List<Item> items() {
		return this.items;
	}

	/**
	 * Return the item with an id.
	 * @param id the id of the item
	 * @return the item, or empty if there is none
	 */
	public Optional<Item> item(String id) {
		return this.items.stream().filter((item) -> id.equals(item.id())).findFirst();
	}

	/**
	 * Return the conversation after an event.
	 * @param event the event
	 * @return the conversation that results, this one if the event does not touch it
	 */
	public Conversation apply(ServerEvent event) {
		if (event instanceof ConversationItemAdded added) {
			return put(added.item(), added.previousItemId());
		}
		if (event instanceof ConversationItemCreated created) {
			return put(created.item(), created.previousItemId());
		}
		if (event instanceof ConversationItemDone done) {
			return put(done.item(), done.previousItemId());
		}
		if (event instanceof ResponseOutputItemDone done) {
			return replace(done.item());
		}
		if (event instanceof ConversationItemRetrieved retrieved) {
			return replace(retrieved.item());
		}
		if (event instanceof ConversationItemTruncated truncated) {
			return cut(truncated);
		}
		if (event instanceof ConversationItemDeleted deleted) {
			return remove(deleted.itemId());
		}
		if (event instanceof ConversationItemInputAudioTranscriptionCompleted completed) {
			return transcribe(completed);
		}
		return this;
	}

	private Conversation put(Item item, @Nullable String previousItemId) {
		if (indexOf(item.id()) >= 0) {
			return replace(item);
		}
		List<Item> changed = new ArrayList<>(this.items);
		int previous = indexOf(previousItemId);
		changed.add((previous >= 0) ? previous + 1 : changed.size(), this.transcripts.placeIn(item));
		return new Conversation(changed, this.transcripts.without(item));
	}

	private Conversation replace(Item item) {
		int index = indexOf(item.id());
		if (index < 0) {
			return this;
		}
		Item kept = Transcripts.keep(this.items.get(index), item);
		return set(index, this.transcripts.placeIn(kept), this.transcripts.without(item));
	}

	private Conversation transcribe(ConversationItemInputAudioTranscriptionCompleted completed) {
		Transcripts known = this.transcripts.with(completed.itemId(), completed.contentIndex(), completed.transcript());
		int index = indexOf(completed.itemId());
		if (index < 0) {
			return new Conversation(this.items, known);
		}
		Item item = this.items.get(index);
		return set(index, known.placeIn(item), known.without(item));
	}

	private Conversation cut(ConversationItemTruncated truncated) {
		int index = indexOf(truncated.itemId());
		return (index >= 0)
				? set(index, Transcripts.cut(this.items.get(index), truncated.contentIndex()), this.transcripts) : this;
	}

	private Conversation set(int index, Item item, Transcripts known) {
		List<Item> changed = new ArrayList<>(this.items);
		changed.set(index, item);
		return new Conversation(changed, known);
	}

	private Conversation remove(String id) {
		return new Conversation(this.items.stream().filter((item) -> !id.equals(item.id())).toList(), this.transcripts);
	}

	private int indexOf(@Nullable String id) {
		for (int i = 0; id != null && i < this.items.size(); i++) {
			if (Objects.equals(id, this.items.get(i).id())) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		return obj instanceof Conversation other && this.items.equals(other.items)
				&& this.transcripts.equals(other.transcripts);
	}

	@Override
	public int hashCode() {
		return this.items.hashCode();
	}

	@Override
	public String toString() {
		return "Conversation[items=" + this.items + "]";
	}

}
