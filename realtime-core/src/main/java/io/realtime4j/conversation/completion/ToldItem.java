package io.realtime4j.conversation.completion;

import java.util.List;
import java.util.Map;

import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;
import org.jspecify.annotations.Nullable;

/**
 * An item of a response, as far as the server told of it. Not thread-safe.
 */
final class ToldItem {

	private final String id;

	private final Kind kind;

	private long outputIndex;

	private @Nullable Item item;

	private boolean whole;

	private boolean done;

	private boolean named;

	ToldItem(String id, Kind kind) {
		this.id = id;
		this.kind = kind;
	}

	String id() {
		return this.id;
	}

	Kind kind() {
		return this.kind;
	}

	/**
	 * Take an id for an item that came without one, which is possible once. Return
	 * whether it was taken.
	 */
	boolean takeName(String itemId) {
		boolean taken = MadeIds.isMade(this.id) && !this.named && !MadeIds.isMade(itemId);
		this.named |= taken;
		return taken;
	}

	boolean isDone() {
		return this.done;
	}

	boolean isAt(long index) {
		return this.outputIndex == index;
	}

	void at(long index) {
		this.outputIndex = index;
	}

	long outputIndex() {
		return this.outputIndex;
	}

	/**
	 * Return whether an item without an id may be this one.
	 */
	boolean isLike(Item other) {
		return switch (this.kind) {
			case MESSAGE -> other instanceof AssistantMessage;
			case CALL -> other instanceof FunctionCall;
			case OTHER -> this.item != null && this.item.getClass() == other.getClass();
		};
	}

	void tell(Item newer, boolean isDone) {
		this.item = newer;
		this.done |= isDone;
	}

	@Nullable String callId() {
		return (this.item instanceof FunctionCall call) ? call.callId() : null;
	}

	/**
	 * Complete the arguments of the call.
	 */
	void complete(@Nullable String callId, @Nullable String name, String arguments) {
		String told = (this.item instanceof FunctionCall call) ? call.name() : null;
		this.item = new FunctionCall(this.id, null, ItemStatus.COMPLETED, callId, (name != null) ? name : told,
				arguments, Map.of());
		this.whole = true;
	}

	/**
	 * Return what to announce.
	 * @return the item, or {@code null} if too little is known of it
	 */
	@Nullable Item announced() {
		if (this.item != null) {
			return this.item;
		}
		return switch (this.kind) {
			case MESSAGE -> new AssistantMessage(this.id, null, ItemStatus.IN_PROGRESS, List.of(), Map.of());
			case CALL -> new FunctionCall(this.id, null, ItemStatus.IN_PROGRESS, null, null, null, Map.of());
			case OTHER -> null;
		};
	}

	/**
	 * Return what there is at the end of the response.
	 * @param complete whether the response came to its own end
	 * @return the item, or {@code null} if it has no end
	 */
	@Nullable Item ended(boolean complete) {
		if (this.kind == Kind.MESSAGE) {
			ItemStatus status = complete ? ItemStatus.COMPLETED : ItemStatus.INCOMPLETE;
			AssistantMessage message = (this.item instanceof AssistantMessage told) ? told : null;
			return new AssistantMessage(this.id, null, status, (message != null) ? message.content() : List.of(),
					(message != null) ? message.extra() : Map.of());
		}
		return (this.whole && complete) ? this.item : null;
	}

	/**
	 * The kinds of items that deltas are told of.
	 */
	enum Kind {

		MESSAGE, CALL, OTHER;

		static Kind of(Item item) {
			if (item instanceof FunctionCall) {
				return CALL;
			}
			return (item instanceof Message) ? MESSAGE : OTHER;
		}

	}

}
