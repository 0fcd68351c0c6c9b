package io.realtime4j.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputImage;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages that a client may create of those that a server tells of: without audio,
 * status and members of the server's own.
 */
final class RestoredMessages {

	private RestoredMessages() {
	}

	static @Nullable Message restore(Message message, @Nullable String id) {
		List<ContentPart> told = message.content();
		List<ContentPart> content = ((told != null) ? told.stream() : Stream.<ContentPart>empty())
			.map(RestoredMessages::restore)
			.filter(Objects::nonNull)
			.toList();
		if (content.isEmpty()) {
			return null;
		}
		if (message instanceof AssistantMessage) {
			return new AssistantMessage(id, null, null, content, Map.of());
		}
		return (message instanceof UserMessage) ? new UserMessage(id, null, null, content, Map.of())
				: new SystemMessage(id, null, null, content, Map.of());
	}

	private static @Nullable ContentPart restore(ContentPart part) {
		if (part instanceof InputText text) {
			return inputText(text.text());
		}
		if (part instanceof InputAudio audio) {
			return inputText(audio.transcript());
		}
		if (part instanceof OutputText text) {
			return outputText(text.text());
		}
		if (part instanceof OutputAudio audio) {
			return outputText(audio.transcript());
		}
		return (part instanceof InputImage image && image.imageUrl() != null)
				? new InputImage(image.imageUrl(), image.detail(), Map.of()) : null;
	}

	private static @Nullable ContentPart inputText(@Nullable String text) {
		return (text != null && !text.isBlank()) ? InputText.of(text) : null;
	}

	private static @Nullable ContentPart outputText(@Nullable String text) {
		return (text != null && !text.isBlank()) ? OutputText.of(text) : null;
	}

}
