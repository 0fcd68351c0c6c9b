package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * History of a conversation as far as the server has reported it: the items in the order
 * of the conversation, whatever the order of events, with all their content merged in. Of
 * truncated speech of the model, the part that was heard is kept, although the server
 * drops the text.
 * <p>
 * A conversation never changes and may be read by any thread: applying an event gives
 * another one. What an event changes, and {@linkplain #changesSince finding it out},
 * costs the same however long the conversation is; all items and entries are put together
 * when somebody reads them.
 *
 * @since 0.1.0
 */
public final class Conversation {

	private static final Conversation EMPTY = new Conversation(new ConversationState(ItemSlots.none(), null, false));

	private final ConversationState state;

	// Both are made when first read and published by data race, which immutable lists and
	// numbers stand
	private @Nullable List<ConversationEntry> entries;

	private int entryCount = -1;

	private Conversation(ConversationState state) {
		this.state = state;
	}

	/**
	 * Return a conversation without items. Audio is counted in it but not kept.
	 * @return the empty conversation
	 */
	public static Conversation empty() {
		return EMPTY;
	}

	/**
	 * Return a conversation without items that keeps the audio of the model: each part
	 * {@link io.realtime4j.model.content.OutputAudio} of {@link #items()} holds what was
	 * received, or what of that was heard.
	 * @return the empty conversation
	 */
	public static Conversation keepingAudio() {
		return new Conversation(new ConversationState(ItemSlots.none(), null, true));
	}

	/**
	 * Return a conversation that was kept, to go on with: nothing of it is being said any
	 * more, and a server knows it only after its {@link Restoration}.
	 * @param items the items, oldest first, each with an id of its own
	 * @return the conversation, with the ids that its items have after a restoration
	 */
	public static Conversation of(List<ItemSnapshot> items) {
		return new Conversation(ItemSnapshots.state(items)).restored();
	}

	/**
	 * Return the items. Truncated speech of the model has as its transcript what was
	 * heard.
	 * @return the items, oldest first
	 */
	public List<Item> items() {
		return this.state.slots().inOrder().stream().map(this::itemOf).filter(Objects::nonNull).toList();
	}

	/**
	 * Return the item with an id.
	 * @param id the id of the item
	 * @return the item, or empty if there is none
	 */
	public Optional<Item> item(String id) {
		ItemSlot slot = this.state.slots().find(id);
		return (slot != null) ? Optional.ofNullable(itemOf(slot)) : Optional.empty();
	}

	private @Nullable Item itemOf(ItemSlot slot) {
		return (slot.item() != null) ? this.state.view(slot, slot.item()).item() : null;
	}

	/**
	 * Return the entries for an application to show or to store: messages, and calls of
	 * tools with their outputs. Turns in which nobody spoke are left out.
	 * @return the entries, oldest first
	 */
	public List<ConversationEntry> entries() {
		List<ConversationEntry> known = this.entries;
		if (known == null) {
			known = this.state.slots()
				.inOrder()
				.stream()
				.map((slot) -> Entries.of(slot, this.state))
				.filter(Objects::nonNull)
				.toList();
			this.entries = known;
			this.entryCount = known.size();
		}
		return known;
	}

	/**
	 * Return the entries at the end. It takes no longer in a long conversation than in a
	 * short one, where {@link #entries()} does.
	 * @param max how many there may be
	 * @return the entries, oldest first
	 */
	public List<ConversationEntry> latestEntries(int max) {
		return Entries.latest(this.state, max);
	}

	/**
	 * Return the entry of an item.
	 * @param itemId the id of the item
	 * @return the entry, or empty if the item has none
	 */
	public Optional<ConversationEntry> entry(String itemId) {
		ItemSlot slot = this.state.slots().find(itemId);
		return (slot != null) ? Optional.ofNullable(Entries.of(slot, this.state)) : Optional.empty();
	}

	/**
	 * Return the entry that stands before an item.
	 * @param itemId the id of the item
	 * @return the entry, or empty if there is none
	 */
	public Optional<ConversationEntry> entryBefore(String itemId) {
		ItemSlot slot = this.state.slots().find(itemId);
		ConversationEntry entry = null;
		while (slot != null && !slot.isEarly() && entry == null) {
			slot = this.state.slots().before(slot);
			entry = (slot != null) ? Entries.of(slot, this.state) : null;
		}
		return Optional.ofNullable(entry);
	}

	/**
	 * Return the facts about an item apart from its content.
	 * @param id the id of the item
	 * @return the marks, none of them set if there is no such item
	 */
	public ItemMarks marks(String id) {
		ItemSlot slot = this.state.slots().find(id);
		return (slot != null && slot.item() != null) ? this.state.marks(slot, this.state.view(slot, slot.item()))
				: this.state.marks(id);
	}

	/**
	 * Return the changes to {@link #entries()}.
	 * @param earlier the conversation that was read before
	 * @return the changes that make the earlier entries those of this conversation, in
	 * the order in which to apply them
	 */
	@SuppressWarnings("ReferenceEquality")
	public List<ConversationChange> changesSince(Conversation earlier) {
		if (this == earlier) {
			return List.of();
		}
		EntryChanges changes = EntryChanges.between(earlier.state, earlier.entryCount(), this.state);
		this.entryCount = changes.count();
		return changes.inOrder();
	}

	/**
	 * Return what differs from an earlier conversation, for an application that keeps
	 * items.
	 * @param earlier the conversation that was kept before
	 * @return the ids of all items that came, went, changed or took another place, among
	 * others
	 */
	public Set<String> changedItems(Conversation earlier) {
		return ItemSnapshots.changed(earlier.state, this.state);
	}

	/**
	 * Return an item with all that is known of it.
	 * @param itemId the id of the item
	 * @return the snapshot, or empty if there is no such item
	 */
	public Optional<ItemSnapshot> snapshot(String itemId) {
		return Optional.ofNullable(ItemSnapshots.of(this.state.slots().find(itemId), this.state));
	}

	/**
	 * Return all items with all that is known of them.
	 * @return the snapshots, oldest first
	 */
	public List<ItemSnapshot> snapshots() {
		return this.state.slots()
			.inOrder()
			.stream()
			.map((slot) -> ItemSnapshots.of(slot, this.state))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Return whether an item was deleted, rather than {@linkplain #trimmed trimmed}.
	 * @param itemId the id of the item
	 * @return whether the server has deleted it
	 */
	public boolean isDeleted(String itemId) {
		ItemSlot slot = this.state.slots().find(itemId);
		return slot != null && slot.isDeleted();
	}

	/**
	 * Return the item that stands before another one.
	 * @param itemId the id of the other, which may have been deleted
	 * @return the id of the item, or empty if there is none
	 */
	public Optional<String> itemBefore(String itemId) {
		return neighbour(itemId, this.state.slots()::before);
	}

	/**
	 * Return the item that stands behind another one.
	 * @param itemId the id of the other, which may have been deleted
	 * @return the id of the item, or empty if there is none
	 */
	public Optional<String> itemAfter(String itemId) {
		return neighbour(itemId, this.state.slots()::after);
	}

	private Optional<String> neighbour(String itemId, Function<ItemSlot, @Nullable ItemSlot> step) {
		ItemSlot slot = this.state.slots().find(itemId);
		do {
			slot = (slot != null && !slot.isEarly()) ? step.apply(slot) : null;
		}
		while (slot != null && slot.item() == null);
		return (slot != null) ? Optional.of(slot.id()) : Optional.empty();
	}

	private int entryCount() {
		return (this.entryCount >= 0) ? this.entryCount : entries().size();
	}

	/**
	 * Return the conversation after an event.
	 * @param event the event
	 * @return the conversation that results, this one if the event does not touch it
	 */
	public Conversation apply(ServerEvent event) {
		return with(EventEffects.apply(this.state, event));
	}

	/**
	 * Return the conversation after speech of the model was broken off. The text is cut
	 * to what was heard when the server is asked for it: nobody heard more, whatever the
	 * server answers, and if it never does.
	 * @param asked what the server is asked to cut
	 * @return the conversation that results, this one if that takes nothing away
	 */
	public Conversation cut(ConversationItemTruncate asked) {
		return with(SpeechEffects.cut(this.state, asked));
	}

	/**
	 * Return the conversation after the server has made a cut.
	 * @param asked what it was asked to cut
	 * @param told where it made the cut, which is what counts
	 * @return the conversation that results, this one if both are the same
	 */
	public Conversation cut(ConversationItemTruncate asked, ConversationItemTruncated told) {
		return with(SpeechEffects.cut(this.state, asked, told));
	}

	/**
	 * Return the conversation after speech of the model was broken off before anybody
	 * heard of it. It is no entry any more, and is not said again to another server,
	 * whether the server forgets it or not.
	 * @param itemId the id of the item
	 * @return the conversation that results, this one if there is no such item
	 */
	public Conversation unheard(String itemId) {
		ItemSlot slot = this.state.slots().find(itemId);
		return (slot != null && slot.item() instanceof AssistantMessage)
				? with(this.state.mark(itemId, ItemMarks::asIdle)) : this;
	}

	/**
	 * Return whether the server may have an item as it said it, so that it can be cut
	 * there. After a {@link #restored() restoration} it has texts only, and not of all.
	 * @param itemId the id of the item
	 * @return whether it may; it may have what the conversation does not know
	 */
	public boolean isCuttable(String itemId) {
		ItemSlot slot = this.state.slots().find(itemId);
		return slot == null || !(slot.gone() || slot.marks().restored());
	}

	@SuppressWarnings("ReferenceEquality")
	private Conversation with(ConversationState changed) {
		return (changed != this.state) ? new Conversation(changed) : this;
	}

	/**
	 * Return the size of the items in memory, as {@link ConversationLimits} counts it.
	 * @return the estimate, in bytes
	 */
	public long estimatedSize() {
		return this.state.slots().weight();
	}

	/**
	 * Remove the oldest items while the limits are exceeded. The server still has them.
	 * @param limits how much it may hold
	 * @return what remains, and what goes
	 */
	@SuppressWarnings("ReferenceEquality")
	public TrimmedConversation trimmed(ConversationLimits limits) {
		List<ItemSnapshot> gone = new ArrayList<>();
		List<String> known = new ArrayList<>();
		ConversationState kept = this.state;
		while (kept.slots().size() > limits.maxItems() || kept.slots().weight() > limits.maxSize()) {
			ItemSlot oldest = kept.slots().oldest();
			if (oldest == null) {
				break;
			}
			ItemSnapshot item = ItemSnapshots.of(oldest, this.state);
			if (item != null) {
				gone.add(item);
			}
			if (item != null && !oldest.gone()) {
				known.add(oldest.id());
			}
			kept = kept.with(kept.slots().without(oldest));
		}
		return (kept != this.state) ? new TrimmedConversation(new Conversation(kept), gone, known)
				: new TrimmedConversation(this, List.of(), List.of());
	}

	/**
	 * Return the conversation after its {@link Restoration restoration} to a server that
	 * did not know it: its items are known as restored and have the ids that they have
	 * there. What was being said was broken off. What could not be restored stays in the
	 * history.
	 * @return the conversation that results
	 */
	public Conversation restored() {
		return new Conversation(RestoredState.of(this.state, RestoredItems.events(items(), this::marks)));
	}

	/**
	 * Return the conversation after the connection broke in the middle of responses that
	 * their requesters may ask for again. What they said stays in the history as broken
	 * off and is not said again to the server; calls of functions stay as they are, since
	 * what they brought about is done.
	 * @param itemIds the ids of the items of these responses
	 * @return the conversation that results
	 */
	public Conversation abandoned(Collection<String> itemIds) {
		ConversationState changed = this.state;
		for (String id : itemIds) {
			ItemSlot slot = changed.slots().find(id);
			if (slot != null && slot.item() instanceof AssistantMessage) {
				changed = changed.mark(id, ItemMarks::asAbandoned);
			}
		}
		return with(changed);
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		return obj instanceof Conversation other && items().equals(other.items()) && entries().equals(other.entries());
	}

	@Override
	public int hashCode() {
		return items().hashCode();
	}

	@Override
	public String toString() {
		return "Conversation[items=" + items() + "]";
	}

}
