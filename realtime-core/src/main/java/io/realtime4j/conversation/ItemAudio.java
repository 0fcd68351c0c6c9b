package io.realtime4j.conversation;

import java.util.List;
import java.util.Objects;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;

/**
 * Takes the audio out of items that a server tells of: histories would hold minutes of
 * it.
 */
final class ItemAudio {

	private ItemAudio() {
	}

	static Item strip(Item item) {
		if (!(item instanceof Message message) || message.content() == null
				|| message.content().stream().noneMatch(ItemAudio::holdsAudio)) {
			return item;
		}
		List<ContentPart> content = Objects.requireNonNull(message.content());
		return ItemForms.withContent(message, content.stream().map(ItemAudio::strip).toList());
	}

	private static boolean holdsAudio(ContentPart part) {
		return (part instanceof InputAudio input && input.audio() != null)
				|| (part instanceof OutputAudio output && output.audio() != null);
	}

	private static ContentPart strip(ContentPart part) {
		if (part instanceof InputAudio input) {
			return new InputAudio(null, input.transcript(), input.extra());
		}
		return (part instanceof OutputAudio output) ? new OutputAudio(null, output.transcript(), output.extra()) : part;
	}

}
