package io.realtime4j.live.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemMarks;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.conversation.Restoration;
import io.realtime4j.live.event.client.ResponseCreate;
import io.realtime4j.live.event.client.ResponseItemCreate;
import io.realtime4j.live.event.server.SessionCommentaryAppended;
import io.realtime4j.live.model.response.FunctionCallOutput;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.usage.RecordedTime;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.store.Continuation;
import io.realtime4j.store.StoredSettings;
import io.realtime4j.store.TakenConversation;
import io.realtime4j.usage.UsageTotals;
import org.jspecify.annotations.Nullable;

/**
 * Conversation that was taken over, for one live session to go on with. Of work that the
 * model had delegated and that was not done, nobody knows whether it took effect: the
 * model is told so, and it is not done again unless the model delegates it again.
 *
 * @since 0.1.0
 */
public final class LiveContinuation {

	private static final ItemMarks NO_MARKS = new ItemMarks(false, false, false, false);

	private static final String UNKNOWN_OUTCOME = "{\"error\":\"unknown_outcome\",\"message\":\"The application was "
			+ "interrupted while this function ran. Whether it took effect is not known.\"}";

	private static final String UNKNOWN_RESULT = "The application was interrupted while it worked on this."
			+ " Whether it was done is not known. Say so, and do not make up a result.";

	private static final String INTERRUPTED_CALL = "The application was interrupted while the function %s ran."
			+ " Whether it took effect is not known: say so, and ask before it is called again.";

	private static final String INTERRUPTED_WORK = "The application was interrupted while it worked on what was asked"
			+ " last. Whether it was done is not known: say so, and ask before it is done again.";

	private static final String ANSWER = "The conversation was interrupted for a moment. Answer what the user said"
			+ " last, without greeting again.";

	private final TakenConversation taken;

	private final List<OpenWork> open;

	private LiveContinuation(TakenConversation taken) {
		this.taken = taken;
		this.open = OpenWork.in(taken.stored().notes());
	}

	/**
	 * Return what a live session needs to go on with a conversation.
	 * @param taken the conversation
	 * @return the continuation, which one session goes on with
	 */
	public static LiveContinuation of(TakenConversation taken) {
		return new LiveContinuation(taken);
	}

	/**
	 * Return whether a conversation was that of a live session.
	 * @param settings the settings that are stored with it, or {@code null} if none are
	 * @return whether it was
	 */
	public static boolean isLive(@Nullable StoredSettings settings) {
		return settings != null && LiveConversationRecorder.TYPE.equals(settings.type());
	}

	/**
	 * Return what the session goes on with. Work that was not done is in it as a message
	 * that says so.
	 * @return the conversation
	 */
	public Conversation conversation() {
		List<ItemSnapshot> items = new ArrayList<>(this.taken.conversation().snapshots());
		this.open.forEach((work) -> items.add(new ItemSnapshot(message(work), NO_MARKS, null)));
		return Conversation.of(items);
	}

	private static SystemMessage message(OpenWork work) {
		String text = (work.name() != null) ? INTERRUPTED_CALL.formatted(work.name()) : INTERRUPTED_WORK;
		return new SystemMessage(Restoration.restoredId("unknown_outcome_of_" + work.id()), null, null,
				List.of(InputText.of(text)), Map.of());
	}

	/**
	 * Return whether it is the model's turn: somebody has said something, or the model
	 * has delegated work, to which there was no answer yet.
	 * @return whether an answer is due
	 */
	public boolean isAnswerDue() {
		return this.taken.isAnswerDue() || !this.open.isEmpty();
	}

	/**
	 * Return the specification of a session that goes on with the conversation: the
	 * server starts with its words, as many as it takes; the history is there, what was
	 * used counts, nobody is greeted, and what is said is stored behind what was said
	 * before. Only one session goes on.
	 * @param spec what the session shall be otherwise
	 * @return the same, with this conversation
	 */
	public LiveSpec continueIn(LiveSpec spec) {
		LiveSpec.Builder builder = spec.toBuilder();
		continueIn(builder);
		return builder.build();
	}

	/**
	 * Let a session that is being specified go on with the conversation, as
	 * {@link #continueIn(LiveSpec)} does.
	 * @param builder what the session shall be otherwise, with the limits of its history
	 */
	public void continueIn(LiveSpec.Builder builder) {
		Conversation all = conversation();
		Conversation kept = all.trimmed(builder.history()).conversation();
		builder.conversation(all).feature(Continuation.class, this.taken.continuation(kept));
		UsageTotals usage = this.taken.stored().usage();
		if (usage != null) {
			builder.feature(UsageTotals.class, usage);
		}
		if (usage != null && builder.build().attachedTo() != null) {
			builder.feature(RecordedTime.class, new RecordedTime(usage.active().usage().active()));
		}
		if (!this.open.isEmpty()) {
			builder.interceptor(KnownWork::new);
		}
	}

	/**
	 * Have the model answer, if an answer is {@linkplain #isAnswerDue() due}. A session
	 * of its own is asked once; it need not be open yet.
	 * @param session the session that goes on
	 * @return completes when the request has reached the model, at once if nothing is to
	 * be answered; fails as {@link LiveSession#say(String)} does
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 */
	public CompletableFuture<@Nullable SessionCommentaryAppended> followUp(LiveSession session) {
		return isAnswerDue() ? session.say(ANSWER).thenApply((appended) -> appended)
				: CompletableFuture.completedFuture(null);
	}

	/**
	 * Tell the server of a session that goes on there, such as that of a telephone call,
	 * that the outcome of the work which it waits for is not known.
	 * @param session the session that is attached to it
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 */
	public void tellOutcomes(LiveSession session) {
		Map<String, List<OpenWork>> calls = new LinkedHashMap<>();
		for (OpenWork work : this.open) {
			if (work.response() != null) {
				calls.computeIfAbsent(work.response(), (response) -> new ArrayList<>()).add(work);
			}
			else {
				session.say(UNKNOWN_RESULT, work.id());
			}
		}
		// A server takes all outputs of a response, and is asked once to go on
		calls.values().forEach((response) -> {
			response.forEach(
					(call) -> session.send(ResponseItemCreate.of(FunctionCallOutput.of(call.id(), UNKNOWN_OUTCOME))));
			session.send(ResponseCreate.of());
		});
	}

	/**
	 * Return a text without what was said.
	 */
	@Override
	public String toString() {
		return "LiveContinuation[" + this.taken + "]";
	}

	/**
	 * Forgets the work, of which the model is told when the session opens.
	 */
	private final class KnownWork implements LiveInterceptor {

		private final LiveSession session;

		KnownWork(LiveSession session) {
			this.session = session;
		}

		@Override
		public void onSessionEvent(SessionEvent event) {
			if (event instanceof SessionOpened) {
				LiveContinuation.this.open.forEach((work) -> work.end(this.session));
			}
		}

	}

}
