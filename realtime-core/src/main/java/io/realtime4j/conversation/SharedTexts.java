package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of items what is known of them as said: a server tells the same text several
 * times, and it is held once.
 */
final class SharedTexts {

	private SharedTexts() {
	}

	static Item of(Item item, Speeches speeches) {
		String id = item.id();
		if (speeches.isEmpty() || id == null || !(item instanceof Message message) || message.content() == null) {
			return item;
		}
		ContentPosition.Side side = (message instanceof UserMessage) ? ContentPosition.Side.USER
				: ContentPosition.Side.MODEL;
		List<ContentPart> content = new ArrayList<>(message.content());
		boolean shared = false;
		for (int i = 0; i < content.size(); i++) {
			Speech speech = speeches.get(new ContentPosition(id, i, side));
			String text = textOf(content.get(i));
			if (text != null && speech != null && speech.says(text)) {
				content.set(i, withoutText(content.get(i)));
				shared = true;
			}
		}
		return shared ? ItemForms.withContent(message, content) : item;
	}

	private static @Nullable String textOf(ContentPart part) {
		if (part instanceof InputAudio audio) {
			return audio.transcript();
		}
		if (part instanceof OutputAudio audio) {
			return audio.transcript();
		}
		return (part instanceof OutputText text) ? text.text() : null;
	}

	private static ContentPart withoutText(ContentPart part) {
		if (part instanceof InputAudio audio) {
			return new InputAudio(audio.audio(), null, audio.extra());
		}
		if (part instanceof OutputAudio audio) {
			return new OutputAudio(audio.audio(), null, audio.extra());
		}
		return (part instanceof OutputText text) ? new OutputText(null, text.extra()) : part;
	}

}
