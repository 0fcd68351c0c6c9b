package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Where calls of functions and their outputs are, by the ids of the calls. Never changes.
 *
 * @param byCallId the items of each call
 */
record CallIndex(TrieMap<Items> byCallId) {

	private static final CallIndex NONE = new CallIndex(TrieMap.empty());

	private static final Items NO_ITEMS = new Items(List.of(), List.of());

	static CallIndex none() {
		return NONE;
	}

	Items of(@Nullable String callId) {
		Items items = this.byCallId.get(callId);
		return (items != null) ? items : NO_ITEMS;
	}

	/**
	 * Return the index after an item has become another one in its place.
	 * @param before the item as it was, or {@code null} if there was none
	 * @param after the item as it is, or {@code null} if there is none
	 * @return the index that results
	 */
	@SuppressWarnings("ReferenceEquality")
	CallIndex change(@Nullable Item before, @Nullable Item after) {
		if (before == after) {
			return this;
		}
		TrieMap<Items> changed = this.byCallId;
		changed = change(changed, before, false);
		changed = change(changed, after, true);
		return (changed != this.byCallId) ? new CallIndex(changed) : this;
	}

	private static TrieMap<Items> change(TrieMap<Items> index, @Nullable Item item, boolean present) {
		String callId = callId(item);
		String id = (item != null) ? item.id() : null;
		if (callId == null || id == null) {
			return index;
		}
		Items known = index.get(callId);
		Items changed = ((known != null) ? known : NO_ITEMS).change(id, item instanceof FunctionCall, present);
		return changed.isEmpty() ? index.without(callId) : index.with(callId, changed);
	}

	static @Nullable String callId(@Nullable Item item) {
		if (item instanceof FunctionCall call) {
			return call.callId();
		}
		return (item instanceof FunctionCallOutput output) ? output.callId() : null;
	}

	/**
	 * The items of one call. There is one of each, unless somebody made a mistake.
	 *
	 * @param calls the ids of the calls
	 * @param outputs the ids of the outputs, in the order in which they came
	 */
	record Items(List<String> calls, List<String> outputs) {

		boolean isEmpty() {
			return this.calls.isEmpty() && this.outputs.isEmpty();
		}

		Items change(String id, boolean isCall, boolean present) {
			List<String> changed = new ArrayList<>(isCall ? this.calls : this.outputs);
			changed.remove(id);
			if (present) {
				changed.add(id);
			}
			return isCall ? new Items(changed, this.outputs) : new Items(this.calls, changed);
		}

	}

}
