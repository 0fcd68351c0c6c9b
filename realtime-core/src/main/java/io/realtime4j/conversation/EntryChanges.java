package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out how one list of entries becomes another.
 */
final class EntryChanges {

	private final List<ConversationEntry> current;

	private final List<ConversationChange> changes = new ArrayList<>();

	private EntryChanges(List<ConversationEntry> before) {
		this.current = new ArrayList<>(before);
	}

	static List<ConversationChange> between(List<ConversationEntry> before, List<ConversationEntry> after) {
		EntryChanges changes = new EntryChanges(before);
		changes.remove(after);
		for (int i = 0; i < after.size(); i++) {
			changes.settle(i, after.get(i));
		}
		return List.copyOf(changes.changes);
	}

	private void remove(List<ConversationEntry> after) {
		Set<String> kept = after.stream().map(ConversationEntry::itemId).collect(Collectors.toSet());
		for (int i = this.current.size() - 1; i >= 0; i--) {
			if (!kept.contains(this.current.get(i).itemId())) {
				remove(i);
			}
		}
	}

	private void settle(int index, ConversationEntry entry) {
		int found = index;
		while (found < this.current.size() && !this.current.get(found).itemId().equals(entry.itemId())) {
			found++;
		}
		if (found == index && found < this.current.size()) {
			change(index, entry);
			return;
		}
		if (found < this.current.size()) {
			remove(found);
		}
		this.current.add(index, entry);
		this.changes.add(new ConversationChange.Added(index, entry));
	}

	private void change(int index, ConversationEntry entry) {
		if (!this.current.get(index).equals(entry)) {
			this.current.set(index, entry);
			this.changes.add(new ConversationChange.Changed(index, entry));
		}
	}

	private void remove(int index) {
		this.changes.add(new ConversationChange.Removed(index, this.current.remove(index).itemId()));
	}

}
