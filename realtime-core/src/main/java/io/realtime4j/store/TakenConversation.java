package io.realtime4j.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemMarks;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.conversation.Restoration;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.usage.UsageTotals;

/**
 * Conversation that was taken over, for one session to go on with.
 *
 * @since 0.1.0
 */
public final class TakenConversation {

	/**
	 * Output that the model is told for a call whose session ended before its tool did.
	 */
	static final String UNKNOWN_OUTCOME = "{\"error\":\"unknown_outcome\",\"message\":\"The application was "
			+ "interrupted while this function ran. Whether it took effect is not known, and it is not run again.\"}";

	private static final ItemMarks NO_MARKS = new ItemMarks(false, false, false, false);

	private final StoredConversation stored;

	private final List<ItemSnapshot> items;

	private final Continuation continuation;

	private final Predicate<String> repeatable;

	TakenConversation(StoredConversation stored, List<ItemRecord> records) {
		this(stored, new Continuation(stored.header(), records, stored.items()), (name) -> false);
	}

	private TakenConversation(StoredConversation stored, Continuation continuation, Predicate<String> repeatable) {
		this.stored = stored;
		this.items = BegunCalls.end(stored.items());
		this.continuation = continuation;
		this.repeatable = repeatable;
	}

	/**
	 * Return the same conversation, in which calls of some functions that have no output
	 * run again, unless something was said since.
	 * @param idempotent tells by its name whether a function may run again, such as
	 * {@code ToolRunner.idempotent(SessionSpec)}
	 * @return the conversation, which one session goes on with, as with this one
	 */
	public TakenConversation repeating(Predicate<String> idempotent) {
		return new TakenConversation(this.stored, this.continuation, idempotent);
	}

	/**
	 * Return the conversation as it is in the store.
	 * @return the conversation
	 */
	public StoredConversation stored() {
		return this.stored;
	}

	/**
	 * Return what the session goes on with. Calls of functions that have no output have
	 * one that says that their outcome is unknown: they are not run again, unless they
	 * are {@linkplain #repeating(Predicate) idempotent}. So has a call of which the store
	 * has only the beginning, and that was said last, since its function may have run.
	 * @return the conversation
	 */
	public Conversation conversation() {
		return Conversation.of(withOutputs());
	}

	/**
	 * Return the outputs that {@link #conversation()} has for calls of functions that had
	 * none. A server that knows the conversation, such as that of a running call, has to
	 * be told of them.
	 * @return the outputs, in the order of the calls
	 */
	public List<FunctionCallOutput> unknownOutcomes() {
		List<FunctionCall> repeated = repeatedCalls();
		return openCalls().stream()
			.filter((call) -> !repeated.contains(call))
			.map((call) -> unknown(String.valueOf(call.callId())))
			.toList();
	}

	/**
	 * Return whether it is the model's turn: somebody has said something that the model
	 * is told, or called a function, to which there was no answer yet. Whoever goes on
	 * with the conversation asks for one. That is not so while calls
	 * {@linkplain #isRepeating() run again}: the runner of tools asks when they have
	 * their outputs.
	 * @return whether an answer is due
	 */
	public boolean isAnswerDue() {
		if (isRepeating()) {
			return false;
		}
		List<ItemSnapshot> said = withOutputs().stream().filter(TakenConversation::isSaid).toList();
		Item last = said.isEmpty() ? null : said.get(said.size() - 1).item();
		return last instanceof UserMessage || last instanceof FunctionCallOutput;
	}

	/**
	 * Return whether calls of functions run again as soon as the session is open.
	 * @return whether there are some that are {@linkplain #repeating(Predicate)
	 * idempotent} and have no output
	 */
	public boolean isRepeating() {
		return !repeatedCalls().isEmpty();
	}

	// Words whose transcript never came are not repeated to the model, which would answer
	// something older
	private static boolean isSaid(ItemSnapshot item) {
		return !item.marks().idle()
				&& !(item.item() instanceof UserMessage && Restoration.events(List.of(item.item())).isEmpty());
	}

	/**
	 * Return the specification of a session that goes on with the conversation: it has
	 * its history and its usage, does not greet, and what is said in it is stored behind
	 * what was said before. Of a long conversation it has the end, as much as the
	 * {@linkplain SessionSpec#history() limits of its history} allow; the rest stays in
	 * the store. Only one session goes on.
	 * @param spec what the session shall be otherwise
	 * @return the same, with this conversation
	 */
	public SessionSpec continueIn(SessionSpec spec) {
		SessionSpec.Builder builder = spec.toBuilder();
		continueIn(builder);
		return builder.build();
	}

	/**
	 * Let a session that is being specified go on with the conversation, as
	 * {@link #continueIn(SessionSpec)} does.
	 * @param builder what the session shall be otherwise, with the limits of its history
	 */
	public void continueIn(SessionSpec.Builder builder) {
		Conversation kept = conversation().trimmed(builder.history()).conversation();
		builder.conversation(kept).feature(Continuation.class, continuation(kept));
		builder.feature(RepeatedCalls.class, new RepeatedCalls(repeatedCalls()));
		if (this.stored.usage() != null) {
			builder.feature(UsageTotals.class, this.stored.usage());
		}
	}

	/**
	 * Return what the recorder of a session that goes on has to know, for sessions of
	 * another family.
	 * @param kept the conversation as the session has it
	 * @return the knowledge, a feature of the session
	 */
	public Continuation continuation(Conversation kept) {
		return this.continuation.startingAt(kept);
	}

	private List<ItemSnapshot> withOutputs() {
		List<ItemSnapshot> items = new ArrayList<>(this.items);
		unknownOutcomes().forEach((output) -> items.add(new ItemSnapshot(output, NO_MARKS, null)));
		return items;
	}

	private List<FunctionCall> repeatedCalls() {
		List<ItemSnapshot> items = this.stored.items();
		int last = items.size();
		while (last > 0 && !(items.get(last - 1).item() instanceof UserMessage)
				&& !(items.get(last - 1).item() instanceof AssistantMessage)) {
			last--;
		}
		// A server is not told of a call that has no output if somebody spoke since. One
		// that was only begun differs from what is stored, and does not run again
		List<Item> since = items.subList(last, items.size()).stream().map(ItemSnapshot::item).toList();
		return openCalls().stream()
			.filter((call) -> since.contains(call) && this.repeatable.test(String.valueOf(call.name())))
			.toList();
	}

	private List<FunctionCall> openCalls() {
		Map<String, FunctionCall> open = new LinkedHashMap<>();
		this.items.forEach((snapshot) -> {
			if (snapshot.item() instanceof FunctionCall call && call.callId() != null && isWhole(call)) {
				open.put(call.callId(), call);
			}
			else if (snapshot.item() instanceof FunctionCallOutput output && output.callId() != null) {
				open.remove(output.callId());
			}
		});
		return List.copyOf(open.values());
	}

	private static boolean isWhole(FunctionCall call) {
		return call.name() != null && call.arguments() != null
				&& (call.status() == null || ItemStatus.COMPLETED.equals(call.status()));
	}

	private static FunctionCallOutput unknown(String callId) {
		return new FunctionCallOutput(Restoration.restoredId("unknown_outcome_of_" + callId), null, null, callId,
				UNKNOWN_OUTCOME, Map.of());
	}

	@Override
	public String toString() {
		return "TakenConversation[" + this.stored.header() + "]";
	}

}
