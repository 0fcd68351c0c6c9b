package io.realtime4j.simulator.conversation;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Internal list of the items of a conversation, in order.
 */
public final class ServedConversation {

	private static final int ITEMS_WITH_AUDIO = 8;

	private final String id;

	private final List<ConversationItem> items = new ArrayList<>();

	/**
	 * Create a new {@link ServedConversation} instance.
	 * @param id the identifier of the conversation
	 */
	public ServedConversation(String id) {
		this.id = id;
	}

	/**
	 * Return the identifier.
	 * @return the identifier
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Add an item at the end.
	 * @param item the item to add
	 */
	public void add(ConversationItem item) {
		insert(item, lastId());
	}

	/**
	 * Add an item after another.
	 * @param item the item to add
	 * @param previousId the item before it, or {@code null} for the beginning
	 */
	public void insert(ConversationItem item, @Nullable String previousId) {
		if (find(item.id()) != null) {
			throw new ProtocolException("invalid_value",
					"Error adding item: an item with id '" + item.id() + "' already exists.", "item.id");
		}
		int index = (previousId != null) ? indexOf(previousId) : -1;
		if (previousId != null && index < 0) {
			throw new ProtocolException("item_create_invalid_previous_item_id",
					"Error adding item: the previous item with id '" + previousId + "' does not exist.",
					"previous_item_id");
		}
		this.items.add(index + 1, item);
		forgetOldAudio();
	}

	/**
	 * Remove an item.
	 * @param item the item to remove
	 */
	public void remove(ConversationItem item) {
		this.items.remove(item);
	}

	/**
	 * Find an item.
	 * @param itemId the identifier of the item
	 * @return the item, or {@code null} if there is none
	 */
	public @Nullable ConversationItem find(String itemId) {
		int index = indexOf(itemId);
		return (index >= 0) ? this.items.get(index) : null;
	}

	/**
	 * Return the item before another.
	 * @param itemId the identifier of the other item
	 * @return the identifier of the item before it, or {@code null} if it is the first
	 */
	public @Nullable String previousId(String itemId) {
		int index = indexOf(itemId);
		return (index > 0) ? this.items.get(index - 1).id() : null;
	}

	/**
	 * Return the last item.
	 * @return its identifier, or {@code null} if there is none
	 */
	public @Nullable String lastId() {
		return (this.items.isEmpty()) ? null : this.items.get(this.items.size() - 1).id();
	}

	/**
	 * Return the items.
	 * @return a copy, in order
	 */
	public List<ConversationItem> items() {
		return List.copyOf(this.items);
	}

	private int indexOf(String itemId) {
		for (int i = this.items.size() - 1; i >= 0; i--) {
			if (this.items.get(i).id().equals(itemId)) {
				return i;
			}
		}
		return -1;
	}

	private void forgetOldAudio() {
		int newest = this.items.size() - ITEMS_WITH_AUDIO - 1;
		if (newest >= 0) {
			this.items.get(newest).forgetAudio();
		}
	}

}
