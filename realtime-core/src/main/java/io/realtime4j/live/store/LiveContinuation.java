package io.realtime4j.live.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

	private final Predicate<String> repeatable;

	private LiveContinuation(TakenConversation taken, Predicate<String> repeatable) {
		this.taken = taken;
		this.open = OpenWork.in(taken.stored().notes());
		this.repeatable = repeatable;
	}

	/**
	 * Return what a live session needs to go on with a conversation.
	 * @param taken the conversation
	 * @return the continuation, which one session goes on with
	 */
	public static LiveContinuation of(TakenConversation taken) {
		return new LiveContinuation(taken, (name) -> false);
	}

	/**
	 * Return the same, in which calls of some functions run again whose outputs the model
	 * does not have.
	 * @param idempotent tells by its name whether a function may run again, such as
	 * {@code ToolRunner.idempotent(SessionTraits)}
	 * @return the continuation, which one session goes on with, as with this one
	 */
	public LiveContinuation repeating(Predicate<String> idempotent) {
		return new LiveContinuation(this.taken, idempotent);
	}

	private boolean isRepeated(OpenWork work) {
		return work.response() != null && work.name() != null && work.arguments() != null
				&& this.repeatable.test(work.name());
	}

	// A server takes all outputs of a response: where one call runs again, the runner of
	// tools answers for all
	private List<RepeatedWork.Response> repeated() {
		List<RepeatedWork.Response> repeated = new ArrayList<>();
		byResponse().forEach((id, calls) -> {
			List<OpenWork> again = calls.stream().filter(this::isRepeated).toList();
			Map<OpenWork, String> outputs = calls.stream()
				.filter((call) -> !isRepeated(call))
				.collect(Collectors.toMap((call) -> call, (call) -> UNKNOWN_OUTCOME));
			if (!again.isEmpty()) {
				repeated.add(new RepeatedWork.Response(id, again, outputs));
			}
		});
		return repeated;
	}

	private Map<String, List<OpenWork>> byResponse() {
		Map<String, List<OpenWork>> calls = new LinkedHashMap<>();
		this.open.stream()
			.filter((work) -> work.response() != null)
			.forEach((work) -> calls.computeIfAbsent(String.valueOf(work.response()), (response) -> new ArrayList<>())
				.add(work));
		return calls;
	}

	/**
	 * Return the work whose outcome the model is told that nobody knows: all of it but
	 * that of responses of which a call runs again.
	 */
	private List<OpenWork> unknown() {
		List<String> repeated = repeated().stream().map(RepeatedWork.Response::id).toList();
		return this.open.stream().filter((work) -> !repeated.contains(String.valueOf(work.response()))).toList();
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
		unknown().forEach((work) -> items.add(new ItemSnapshot(message(work), NO_MARKS, null)));
		return Conversation.of(items);
	}

	private static SystemMessage message(OpenWork work) {
		String text = (work.name() != null) ? INTERRUPTED_CALL.formatted(work.name()) : INTERRUPTED_WORK;
		return new SystemMessage(Restoration.restoredId("unknown_outcome_of_" + work.id()), null, null,
				List.of(InputText.of(text)), Map.of());
	}

	/**
	 * Return whether it is the model's turn: somebody has said something, or the model
	 * has delegated work, to which there was no answer yet. That is not so while calls
	 * {@linkplain #repeating(Predicate) run again}: the runner of tools asks when they
	 * have their outputs.
	 * @return whether an answer is due
	 */
	public boolean isAnswerDue() {
		return repeated().isEmpty() && (this.taken.isAnswerDue() || !this.open.isEmpty());
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
		boolean sameServer = builder.build().attachedTo() != null;
		if (usage != null && sameServer) {
			builder.feature(RecordedTime.class, new RecordedTime(usage.active().usage().active()));
		}
		builder.feature(RepeatedWork.class, new RepeatedWork(repeated(), sameServer));
		if (!sameServer && !unknown().isEmpty()) {
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
	 * that the outcome of the work which it waits for is not known. Calls that run again
	 * are answered by the runner of tools.
	 * @param session the session that is attached to it
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 */
	public void tellOutcomes(LiveSession session) {
		unknown().stream().filter((work) -> work.response() == null).forEach((work) -> {
			session.say(UNKNOWN_RESULT, work.id());
			work.end(session);
		});
		List<String> repeated = repeated().stream().map(RepeatedWork.Response::id).toList();
		// A server takes all outputs of a response, and is asked once to go on
		byResponse().forEach((response, calls) -> {
			if (!repeated.contains(response)) {
				calls.forEach((call) -> session
					.send(ResponseItemCreate.of(FunctionCallOutput.of(call.id(), UNKNOWN_OUTCOME))));
				session.send(ResponseCreate.of());
				calls.forEach((call) -> call.end(session));
			}
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
				unknown().forEach((work) -> work.end(this.session));
			}
		}

	}

}
