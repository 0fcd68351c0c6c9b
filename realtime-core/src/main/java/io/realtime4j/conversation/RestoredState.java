package io.realtime4j.conversation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Makes the state of a conversation that was said again to a server.
 */
final class RestoredState {

	private RestoredState() {
	}

	static ConversationState of(ConversationState state, List<ConversationItemCreate> events) {
		Set<String> said = events.stream()
			.map((event) -> String.valueOf(event.item().id()))
			.collect(Collectors.toSet());
		return state.with(state.slots().map((slot) -> restored(slot, said)));
	}

	private static ItemSlot restored(ItemSlot slot, Set<String> said) {
		String id = RestoredItems.id(slot.id());
		String previous = (slot.previous() != null) ? RestoredItems.id(slot.previous()) : null;
		Item item = (slot.item() != null) ? rename(slot.item(), id) : null;
		ItemMarks marks = isBrokenOff(slot.item()) ? slot.marks().asInterrupted() : slot.marks();
		return new ItemSlot(id, previous, item, !said.contains(id), slot.speeches().ended(id),
				said.contains(id) ? marks.asRestored() : marks, slot.position(), slot.itemWeight());
	}

	private static boolean isBrokenOff(@Nullable Item item) {
		return item instanceof AssistantMessage message && ItemStatus.IN_PROGRESS.equals(message.status());
	}

	private static Item rename(Item item, String id) {
		if (item instanceof UserMessage message) {
			return message.withId(id);
		}
		if (item instanceof AssistantMessage message) {
			ItemStatus status = isBrokenOff(message) ? ItemStatus.INCOMPLETE : message.status();
			return new AssistantMessage(id, message.object(), status, message.content(), message.extra());
		}
		if (item instanceof SystemMessage message) {
			return message.withId(id);
		}
		if (item instanceof FunctionCall call) {
			return new FunctionCall(id, call.object(), call.status(), call.callId(), call.name(), call.arguments(),
					call.extra());
		}
		return (item instanceof FunctionCallOutput output) ? new FunctionCallOutput(id, output.object(),
				output.status(), output.callId(), output.output(), output.extra()) : item;
	}

}
