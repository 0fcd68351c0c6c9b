package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Brings together the forms in which a server tells of the same item. It repeats items
 * without what it transcribed meanwhile, and some servers without any content.
 */
final class ItemForms {

	private ItemForms() {
	}

	static Item merge(Item older, Item newer) {
		if (isFinal(older) && ItemStatus.IN_PROGRESS.equals(status(newer))) {
			return older;
		}
		if (older instanceof Message before && newer instanceof Message message) {
			return withContent(message, merge(before.content(), message.content()));
		}
		if (older instanceof FunctionCall before && newer instanceof FunctionCall call) {
			return new FunctionCall(call.id(), call.object(), call.status(), either(call.callId(), before.callId()),
					either(call.name(), before.name()), either(call.arguments(), before.arguments()), call.extra());
		}
		return newer;
	}

	static Message withContent(Message message, @Nullable List<ContentPart> content) {
		if (message instanceof UserMessage user) {
			return new UserMessage(user.id(), user.object(), user.status(), content, user.extra());
		}
		if (message instanceof AssistantMessage assistant) {
			return new AssistantMessage(assistant.id(), assistant.object(), assistant.status(), content,
					assistant.extra());
		}
		SystemMessage system = (SystemMessage) message;
		return new SystemMessage(system.id(), system.object(), system.status(), content, system.extra());
	}

	static @Nullable ItemStatus status(Item item) {
		if (item instanceof Message message) {
			return message.status();
		}
		if (item instanceof FunctionCall call) {
			return call.status();
		}
		return (item instanceof FunctionCallOutput output) ? output.status() : null;
	}

	private static boolean isFinal(Item item) {
		ItemStatus status = status(item);
		return ItemStatus.COMPLETED.equals(status) || ItemStatus.INCOMPLETE.equals(status);
	}

	private static @Nullable List<ContentPart> merge(@Nullable List<ContentPart> older,
			@Nullable List<ContentPart> newer) {
		if (older == null || newer == null) {
			return (newer != null) ? newer : older;
		}
		List<ContentPart> merged = new ArrayList<>(newer);
		for (int i = 0; i < older.size(); i++) {
			if (i >= merged.size()) {
				merged.add(older.get(i));
			}
			else {
				merged.set(i, merge(older.get(i), merged.get(i)));
			}
		}
		return merged;
	}

	private static ContentPart merge(ContentPart older, ContentPart newer) {
		if (older instanceof InputAudio before && newer instanceof InputAudio part) {
			return new InputAudio(either(part.audio(), before.audio()), either(part.transcript(), before.transcript()),
					part.extra());
		}
		if (older instanceof OutputAudio before && newer instanceof OutputAudio part) {
			return new OutputAudio(either(part.audio(), before.audio()), either(part.transcript(), before.transcript()),
					part.extra());
		}
		return (older instanceof OutputText before && newer instanceof OutputText part)
				? new OutputText(either(part.text(), before.text()), part.extra()) : newer;
	}

	private static <T> @Nullable T either(@Nullable T newer, @Nullable T older) {
		return (newer == null || (newer.equals("") && older != null)) ? older : newer;
	}

}
