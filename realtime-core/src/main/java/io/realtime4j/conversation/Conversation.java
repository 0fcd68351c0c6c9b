package io.realtime4j.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * The history of a conversation, as far as the server told of it: the items in the order
 * of the conversation, whatever the order in which events came, with all that is said of
 * them merged in. Of speech of the model that was cut, the part that was heard is kept,
 * though the server forgets the text.
 * <p>
 * A conversation never changes and may be read by any thread: applying an event gives
 * another one. Applying a delta costs the same however long the conversation is; the
 * items and entries are put together when somebody reads them.
 *
 * @since 0.1.0
 */
public final class Conversation {

	private static final Conversation EMPTY = new Conversation(
			new State(Slots.none(), Speeches.none(), Map.of(), null, false));

	private final State state;

	// Both are made when first read and published by data race, which immutable lists
	// stand
	private @Nullable List<ItemView> views;

	private @Nullable List<ConversationEntry> entries;

	private Conversation(State state) {
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
		return new Conversation(new State(Slots.none(), Speeches.none(), Map.of(), null, true));
	}

	/**
	 * Return the items. Speech of the model that was cut has what was heard as its
	 * transcript.
	 * @return the items, oldest first
	 */
	public List<Item> items() {
		return views().stream().map(ItemView::item).toList();
	}

	/**
	 * Return the item with an id.
	 * @param id the id of the item
	 * @return the item, or empty if there is none
	 */
	public Optional<Item> item(String id) {
		Slot slot = this.state.slots().find(id);
		return (slot != null && slot.item() != null) ? Optional.of(view(slot.item()).item()) : Optional.empty();
	}

	/**
	 * Return what was said and done, for an application to show or to store: messages,
	 * and calls of tools with their outputs. Turns in which nobody spoke are left out.
	 * @return the entries, oldest first
	 */
	public List<ConversationEntry> entries() {
		List<ConversationEntry> known = this.entries;
		if (known == null) {
			known = Entries.of(views(), this::marks);
			this.entries = known;
		}
		return known;
	}

	/**
	 * Return what is known of an item beside its content.
	 * @param id the id of the item
	 * @return the marks, none of them set if there is no such item
	 */
	public ItemMarks marks(String id) {
		Slot slot = this.state.slots().find(id);
		return (slot != null && slot.item() != null) ? marks(view(slot.item()))
				: this.state.marks().getOrDefault(id, ItemMarks.NONE);
	}

	/**
	 * Return what changed for those who read {@link #entries()}.
	 * @param earlier the conversation that was read before
	 * @return the changes that make the earlier entries those of this conversation, in
	 * the order in which to apply them
	 */
	@SuppressWarnings("ReferenceEquality")
	public List<ConversationChange> changesSince(Conversation earlier) {
		return (this == earlier) ? List.of() : EntryChanges.between(earlier.entries(), entries());
	}

	/**
	 * Return the conversation after an event.
	 * @param event the event
	 * @return the conversation that results, this one if the event does not touch it
	 */
	@SuppressWarnings("ReferenceEquality")
	public Conversation apply(ServerEvent event) {
		State changed = EventEffects.apply(this.state, event);
		return (changed != this.state) ? new Conversation(changed) : this;
	}

	/**
	 * Return the conversation after its {@link Restoration restoration} to a server that
	 * did not know it: its items are known as restored and have the ids that they have
	 * there. What was being said was broken off. What could not be restored stays in the
	 * history.
	 * @return the conversation that results
	 */
	public Conversation restored() {
		return new Conversation(RestoredState.of(this.state, Restoration.events(this)));
	}

	/**
	 * Return the conversation after the connection broke in the middle of responses that
	 * their requesters may ask for again. What they said stays in the history as broken
	 * off and is not said again to the server; calls of functions stay as they are, since
	 * what they brought about is done.
	 * @param itemIds the ids of the items of these responses
	 * @return the conversation that results
	 */
	@SuppressWarnings("ReferenceEquality")
	public Conversation abandoned(Collection<String> itemIds) {
		State changed = this.state;
		for (String id : itemIds) {
			Slot slot = changed.slots().find(id);
			if (slot != null && slot.item() instanceof AssistantMessage) {
				changed = changed.mark(id, ItemMarks::asAbandoned);
			}
		}
		return (changed != this.state) ? new Conversation(changed) : this;
	}

	private List<ItemView> views() {
		List<ItemView> known = this.views;
		if (known == null) {
			known = this.state.slots().stream().map(Slot::item).filter(Objects::nonNull).map(this::view).toList();
			this.views = known;
		}
		return known;
	}

	private ItemMarks marks(ItemView view) {
		ItemMarks told = this.state.marks().getOrDefault(String.valueOf(view.item().id()), ItemMarks.NONE);
		return view.isSilence() ? told.asIdle() : told;
	}

	private ItemView view(Item item) {
		return ItemView.of(item, this.state.speeches(), this.state.format());
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

	/**
	 * The parts that a conversation is made of.
	 *
	 * @param slots the items in their order
	 * @param speeches what was said beside them
	 * @param marks what is known of items beside their content, by their ids
	 * @param format the format of the model's audio, or {@code null} for the default
	 * @param keepsAudio whether the model's audio is kept
	 */
	record State(Slots slots, Speeches speeches, Map<String, ItemMarks> marks, @Nullable AudioFormat format,
			boolean keepsAudio) {

		State with(Slots changed) {
			return new State(changed, this.speeches, this.marks, this.format, this.keepsAudio);
		}

		@SuppressWarnings("ReferenceEquality")
		State with(Speeches changed) {
			return (changed != this.speeches) ? new State(this.slots, changed, this.marks, this.format, this.keepsAudio)
					: this;
		}

		State with(AudioFormat changed) {
			return changed.equals(this.format) ? this
					: new State(this.slots, this.speeches, this.marks, changed, this.keepsAudio);
		}

		State mark(String itemId, UnaryOperator<ItemMarks> mark) {
			ItemMarks before = this.marks.getOrDefault(itemId, ItemMarks.NONE);
			ItemMarks after = mark.apply(before);
			if (after.equals(before)) {
				return this;
			}
			Map<String, ItemMarks> changed = new HashMap<>(this.marks);
			changed.put(itemId, after);
			return new State(this.slots, this.speeches, changed, this.format, this.keepsAudio);
		}

		boolean isDeleted(String itemId) {
			Slot slot = this.slots.find(itemId);
			return slot != null && slot.item() == null;
		}

	}

}
