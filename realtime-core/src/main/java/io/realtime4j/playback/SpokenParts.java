package io.realtime4j.playback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.realtime4j.conversation.Restoration;
import io.realtime4j.conversation.completion.UnheardItems;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * The speech that came and may not be heard yet, in the order in which it came, and what
 * the server has to forget of it when it is interrupted. Not thread-safe.
 */
final class SpokenParts {

	private static final int REMEMBERED = 256;

	private final PatientPosition position;

	private final UnplayedAudio unplayed;

	private final Map<PartKey, SpokenPart> parts = new LinkedHashMap<>();

	/**
	 * The items of the conversation.
	 */
	private final RecentIds items = new RecentIds(REMEMBERED);

	/**
	 * Those among them that the server was told of again, as texts.
	 */
	private final RecentIds told = new RecentIds(REMEMBERED);

	private boolean keepsUnplayed;

	SpokenParts(PatientPosition position) {
		this.position = position;
		this.unplayed = new UnplayedAudio(position);
	}

	/**
	 * Keep the audio that has not been played, so that one response can be removed from
	 * between others.
	 */
	void keepUnplayed() {
		this.keepsUnplayed = true;
	}

	void onItem(String itemId) {
		this.items.add(itemId);
	}

	void onItemGone(String itemId) {
		this.items.remove(itemId);
		this.parts.keySet().removeIf((key) -> key.itemId().equals(itemId));
	}

	void begin(PartKey key, String responseId) {
		if (!this.parts.containsKey(key)) {
			this.parts.entrySet().removeIf((entry) -> isPlayed(entry.getKey(), entry.getValue()));
			this.parts.put(key, SpokenPart.of(responseId));
		}
	}

	void add(PartKey key, AudioChunk chunk) {
		if (this.keepsUnplayed) {
			this.unplayed.add(chunk, part(key).bytes());
		}
		this.parts.computeIfPresent(key, (same, part) -> part.plus(chunk));
	}

	/**
	 * Note the end of a response.
	 */
	void onDone(String responseId) {
		this.parts.replaceAll((key, part) -> part.responseId().equals(responseId) ? over(key, part) : part);
		this.unplayed.prune();
	}

	private SpokenPart over(PartKey key, SpokenPart part) {
		if (!part.over()) {
			this.position.onOver(key, part.receivedMillis());
		}
		return part.asOver();
	}

	boolean isSpoken(String responseId) {
		return this.parts.values().stream().anyMatch((part) -> part.responseId().equals(responseId));
	}

	/**
	 * Return whether any speech is still to be played.
	 */
	boolean isAudible() {
		return this.parts.entrySet().stream().anyMatch((entry) -> !isPlayed(entry.getKey(), entry.getValue()));
	}

	/**
	 * Drop all speech. Return the events that remove from the conversation what nobody
	 * heard.
	 */
	List<ClientEvent> interrupt() {
		this.unplayed.clear();
		List<ClientEvent> events = interrupt(itemsOf((part) -> true));
		this.position.onClear();
		return events;
	}

	/**
	 * Return whether any speech of a response is still to be played.
	 */
	boolean isAudible(String responseId) {
		return this.parts.entrySet()
			.stream()
			.anyMatch((entry) -> entry.getValue().responseId().equals(responseId)
					&& !isPlayed(entry.getKey(), entry.getValue()));
	}

	/**
	 * Drop the speech of a response. Return the events that remove from the conversation
	 * what nobody heard of it.
	 */
	List<ClientEvent> cut(String responseId) {
		Set<String> items = itemsOf((part) -> part.responseId().equals(responseId));
		this.unplayed.remove(items);
		List<ClientEvent> events = interrupt(items);
		this.position.forget(items);
		return events;
	}

	/**
	 * Return the audio of other responses that a sink loses when it is cleared.
	 */
	List<AudioChunk> unplayed() {
		return this.unplayed.rest();
	}

	/**
	 * Return how long a sink that has never reported anything may take to do so.
	 * @return the time from now on, or {@code null} if no report is awaited
	 */
	@Nullable Duration untilReportIsDue() {
		return this.position.untilDue();
	}

	/**
	 * Return whether the sink has never reported that anything was played.
	 * @return whether a report is missing
	 */
	boolean isReportMissing() {
		return this.position.isSilent();
	}

	private Set<String> itemsOf(Predicate<SpokenPart> condition) {
		Set<String> itemIds = new LinkedHashSet<>();
		this.parts.forEach((key, part) -> {
			if (condition.test(part)) {
				itemIds.add(key.itemId());
			}
		});
		return itemIds;
	}

	private List<ClientEvent> interrupt(Set<String> itemIds) {
		List<ClientEvent> events = new ArrayList<>();
		for (String itemId : itemIds) {
			if (this.items.contains(itemId)) {
				events.addAll(interrupt(itemId));
			}
			else if (this.told.contains(itemId)) {
				events.addAll(cuts(itemId, Restoration.restoredId(itemId), 0));
			}
		}
		this.parts.keySet().removeIf((key) -> itemIds.contains(key.itemId()));
		return events;
	}

	/**
	 * Return the events that delete an item that arrived after its response was
	 * cancelled.
	 */
	List<ClientEvent> forget(String itemId) {
		if (!this.items.contains(itemId)) {
			return List.of();
		}
		this.items.remove(itemId);
		return List.of(UnheardItems.forget(itemId));
	}

	/**
	 * Note a lost connection: the next one knows the text of items only, which cannot be
	 * cut there.
	 */
	void onReconnect() {
		this.parts.keySet().stream().map(PartKey::itemId).filter(this.items::contains).forEach(this.told::add);
		this.items.clear();
		this.parts.replaceAll((key, part) -> part.asOver());
	}

	private List<ClientEvent> interrupt(String itemId) {
		List<PartKey> keys = keysOf(itemId);
		if (keys.stream().allMatch((key) -> isPlayed(key, part(key)))) {
			return List.of();
		}
		this.items.remove(itemId);
		if (keys.stream().allMatch((key) -> heard(key) == 0)) {
			return List.of(UnheardItems.forget(itemId));
		}
		// Another part of the item was heard: then nothing is as little as can be
		return cuts(itemId, itemId, 1);
	}

	private List<ClientEvent> cuts(String itemId, String nameOfServer, long least) {
		return keysOf(itemId).stream()
			.filter((key) -> part(key).receivedMillis() > 0 && !isPlayed(key, part(key)))
			.<ClientEvent>map(
					(key) -> ConversationItemTruncate.of(nameOfServer, key.contentIndex(), Math.max(least, heard(key))))
			.toList();
	}

	private List<PartKey> keysOf(String itemId) {
		return this.parts.keySet().stream().filter((key) -> key.itemId().equals(itemId)).toList();
	}

	private boolean isPlayed(PartKey key, SpokenPart part) {
		return part.over() && played(key) >= part.receivedMillis();
	}

	// Sinks may be wrong, the server takes no more than it sent
	private long heard(PartKey key) {
		return Math.min(played(key), part(key).receivedMillis());
	}

	private long played(PartKey key) {
		return Math.max(0, this.position.playedMillis(key.itemId(), key.contentIndex()));
	}

	private SpokenPart part(PartKey key) {
		SpokenPart part = this.parts.get(key);
		if (part == null) {
			throw new IllegalStateException("No speech at " + key);
		}
		return part;
	}

}
