package io.realtime4j.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Store in memory, for tests, and for an application with one node that needs
 * conversations no longer than it runs. It keeps everything until it is deleted.
 *
 * @since 0.1.0
 */
public final class InMemoryConversationStore implements ConversationStore {

	private final Map<String, Kept> conversations = new HashMap<>();

	/**
	 * Create a store without conversations.
	 */
	public InMemoryConversationStore() {
	}

	@Override
	public synchronized void write(ConversationWrite write) {
		String id = write.header().id();
		Kept kept = this.conversations.get(id);
		if (kept == null) {
			if (!write.first()) {
				throw ConversationNotOwnedException.deleted(id);
			}
			kept = new Kept(write.header(), new HashMap<>());
		}
		if (kept.header().owner() > write.header().owner()) {
			throw ConversationNotOwnedException.taken(id);
		}
		Map<String, ItemRecord> items = kept.items();
		write.removed().forEach(items::remove);
		write.items().forEach((item) -> items.put(item.id(), item));
		this.conversations.put(id, new Kept(write.header(), items));
	}

	@Override
	public synchronized @Nullable ClaimedConversation claim(String id, long owner, UnaryOperator<String> details) {
		Kept kept = this.conversations.get(id);
		if (kept == null || kept.header().owner() != owner) {
			return null;
		}
		ConversationHeader header = kept.header();
		ConversationHeader claimed = new ConversationHeader(id, header.user(), owner + 1, header.startedAt(),
				header.updatedAt(), header.endedAt(), details.apply(header.details()));
		this.conversations.put(id, new Kept(claimed, kept.items()));
		return new ClaimedConversation(claimed, items(id));
	}

	@Override
	public synchronized @Nullable ConversationHeader find(String id) {
		Kept kept = this.conversations.get(id);
		return (kept != null) ? kept.header() : null;
	}

	@Override
	public synchronized List<ItemRecord> items(String id) {
		Kept kept = this.conversations.get(id);
		return (kept != null)
				? kept.items().values().stream().sorted(Comparator.comparingLong(ItemRecord::position)).toList()
				: List.of();
	}

	@Override
	public synchronized List<ConversationHeader> findByUser(String user, int limit) {
		return this.conversations.values()
			.stream()
			.map(Kept::header)
			.filter((header) -> user.equals(header.user()))
			.sorted(Comparator.comparing(ConversationHeader::updatedAt).reversed())
			.limit(limit)
			.toList();
	}

	@Override
	public synchronized boolean delete(String id) {
		return this.conversations.remove(id) != null;
	}

	@Override
	public synchronized int deleteByUser(String user) {
		return deleteAll((header) -> Objects.equals(user, header.user()), Integer.MAX_VALUE);
	}

	@Override
	public synchronized int deleteUpdatedBefore(Instant time, int limit) {
		return deleteAll((header) -> header.updatedAt().isBefore(time), limit);
	}

	private int deleteAll(Predicate<ConversationHeader> condition, int limit) {
		List<String> ids = this.conversations.values()
			.stream()
			.map(Kept::header)
			.filter(condition)
			.sorted(Comparator.comparing(ConversationHeader::updatedAt))
			.limit(limit)
			.map(ConversationHeader::id)
			.toList();
		ids.forEach(this.conversations::remove);
		return ids.size();
	}

	/**
	 * A conversation.
	 *
	 * @param header its header
	 * @param items its items by their ids
	 */
	private record Kept(ConversationHeader header, Map<String, ItemRecord> items) {

	}

}
