package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.UserMessage;

/**
 * Puts transcripts into the messages that they belong to, and keeps those that came
 * before their message did. Never changes.
 *
 * @param early the transcripts without a place yet
 */
record Transcripts(Map<Place, String> early) {

	private static final Transcripts NONE = new Transcripts(Map.of());

	Transcripts {
		early = Map.copyOf(early);
	}

	static Transcripts none() {
		return NONE;
	}

	Transcripts with(String itemId, long contentIndex, String transcript) {
		Map<Place, String> changed = new LinkedHashMap<>(this.early);
		changed.put(new Place(itemId, contentIndex), transcript);
		return new Transcripts(changed);
	}

	Transcripts without(Item item) {
		if (this.early.isEmpty()) {
			return this;
		}
		Map<Place, String> changed = new LinkedHashMap<>(this.early);
		changed.keySet().removeIf((place) -> place.itemId().equals(item.id()) && place.isIn(item));
		return new Transcripts(changed);
	}

	Item placeIn(Item item) {
		Item placed = item;
		for (Map.Entry<Place, String> entry : this.early.entrySet()) {
			if (entry.getKey().itemId().equals(item.id()) && placed instanceof UserMessage message) {
				placed = put(message, entry.getKey().contentIndex(), entry.getValue());
			}
		}
		return placed;
	}

	private static UserMessage put(UserMessage message, long contentIndex, String transcript) {
		List<ContentPart> content = new ArrayList<>((message.content() != null) ? message.content() : List.of());
		if (contentIndex < content.size() && content.get((int) contentIndex) instanceof InputAudio audio) {
			content.set((int) contentIndex, new InputAudio(audio.audio(), transcript, audio.extra()));
		}
		return new UserMessage(message.id(), message.object(), message.status(), content, message.extra());
	}

	// The newer form of an item with the transcripts that only the older one has: the
	// server repeats an item without what it transcribed meanwhile
	static Item keep(Item older, Item newer) {
		if (!(older instanceof UserMessage before) || !(newer instanceof UserMessage message)
				|| before.content() == null || message.content() == null) {
			return newer;
		}
		UserMessage merged = message;
		for (int i = 0; i < Math.min(before.content().size(), message.content().size()); i++) {
			if (before.content().get(i) instanceof InputAudio heard && heard.transcript() != null
					&& message.content().get(i) instanceof InputAudio audio && audio.transcript() == null) {
				merged = put(merged, i, heard.transcript());
			}
		}
		return merged;
	}

	// The item without what it says in one part: the server forgets the text of audio
	// that it cuts
	static Item cut(Item item, long contentIndex) {
		if (!(item instanceof AssistantMessage message) || message.content() == null
				|| contentIndex >= message.content().size()
				|| !(message.content().get((int) contentIndex) instanceof OutputAudio audio)) {
			return item;
		}
		List<ContentPart> content = new ArrayList<>(message.content());
		content.set((int) contentIndex, new OutputAudio(null, null, audio.extra()));
		return new AssistantMessage(message.id(), message.object(), message.status(), content, message.extra());
	}

	/**
	 * Where a transcript belongs.
	 */
	record Place(String itemId, long contentIndex) {

		boolean isIn(Item item) {
			return item instanceof UserMessage message && message.content() != null
					&& this.contentIndex < message.content().size();
		}

	}

}
