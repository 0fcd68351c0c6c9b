package io.realtime4j.spring.bridge.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Function;
import java.util.function.Predicate;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.store.LiveContinuation;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.RecordedConversation;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.store.TakenConversation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;

/**
 * Internal access to the conversations of pages that other nodes had: the store knows one
 * hash of the token that a page comes back with and of its user, who cannot be guessed
 * from it.
 */
public final class StoredPages {

	private static final Log logger = LogFactory.getLog(StoredPages.class);

	/**
	 * Whoever waits longer has begun to speak to a page that does not listen: to begin
	 * anew is better.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final String TOKEN = "page.token";

	private static final String FORMER_TOKEN = "page.token.former";

	private static final int MAX_TOKEN_LENGTH = 200;

	private final StoredConversations conversations;

	private final Duration validity;

	private final Executor executor;

	private final TaskScheduler scheduler;

	private final Function<SessionTraits, Predicate<String>> idempotent;

	/**
	 * Create an access.
	 * @param conversations the conversations
	 * @param validity how long after its last write a conversation can be gone on with
	 * @param executor waits for the store
	 * @param scheduler limits how long a page waits
	 * @param idempotent tells of a session which of its tools may run again
	 */
	public StoredPages(StoredConversations conversations, Duration validity, Executor executor, TaskScheduler scheduler,
			Function<SessionTraits, Predicate<String>> idempotent) {
		this.conversations = conversations;
		this.validity = validity;
		this.executor = executor;
		this.scheduler = scheduler;
		this.idempotent = idempotent;
	}

	/**
	 * Return what the tokens begin with that find a session, here and on other nodes.
	 * @param session the session
	 * @return the key
	 */
	static String key(VoiceSession session) {
		RecordedConversation conversation = RecordedConversation.find(session);
		return (conversation != null) ? conversation.conversationId() : session.id();
	}

	/**
	 * Let other nodes find a session by these tokens, and by no others.
	 * @param session the session
	 * @param tokens the tokens
	 * @param user whose session it is
	 */
	static void remember(VoiceSession session, PageTokens tokens, String user) {
		RecordedConversation conversation = RecordedConversation.find(session);
		if (conversation == null) {
			return;
		}
		conversation.note(TOKEN, hash(tokens.current(), user), StoredPages::mayComeBack);
		if (tokens.former() != null) {
			conversation.note(FORMER_TOKEN, hash(tokens.former(), user), StoredPages::mayComeBack);
		}
		else {
			conversation.note(FORMER_TOKEN, null);
		}
	}

	// A node that stops or has no service any more, and not somebody who had enough
	private static boolean mayComeBack(CloseCause cause) {
		return !(cause instanceof ClosedByPolicy) || cause instanceof ClosedForDraining
				|| cause instanceof ClosedByTakeOver;
	}

	/**
	 * Let nobody find a session any more.
	 * @param session the session
	 */
	static void forget(VoiceSession session) {
		RecordedConversation conversation = RecordedConversation.find(session);
		if (conversation != null) {
			conversation.note(TOKEN, null);
			conversation.note(FORMER_TOKEN, null);
		}
	}

	/**
	 * Take over the conversation that a page had at another node, without waiting for the
	 * store.
	 * @param token the token that the page has
	 * @param user who is connected
	 * @param secret the secret of the next token
	 * @return completes within {@link #PATIENCE}, with the conversation, or with
	 * {@code null} if there is none for this token and this user, or the store does not
	 * tell; {@code null} if no node ever gave such a token
	 */
	@Nullable CompletableFuture<@Nullable TakenPage> takeOver(String token, String user, String secret) {
		String id = PageTokens.key(token);
		if (id == null || token.length() > MAX_TOKEN_LENGTH) {
			return null;
		}
		CompletableFuture<@Nullable TakenPage> taking = new CompletableFuture<>();
		ScheduledFuture<?> timer = this.scheduler.schedule(() -> giveUp(taking),
				this.scheduler.getClock().instant().plus(PATIENCE));
		try {
			this.executor.execute(() -> takeOver(taking, id, token, user, PageTokens.of(id, secret, token)));
		}
		catch (RejectedExecutionException ex) {
			// The application stops
			taking.complete(null);
		}
		taking.whenComplete((taken, ex) -> timer.cancel(false));
		return taking;
	}

	private static void giveUp(CompletableFuture<@Nullable TakenPage> taking) {
		if (taking.complete(null)) {
			logger.warn("A page begins anew, since the store did not answer within " + PATIENCE.toSeconds() + " s");
		}
	}

	private void takeOver(CompletableFuture<@Nullable TakenPage> taking, String id, String token, String user,
			PageTokens next) {
		try {
			StoredConversation stored = taking.isDone() ? null : this.conversations.findHeader(id).orElse(null);
			// What nobody waits for any more is left to whoever has it
			boolean taken = stored != null && isOf(stored, token, user) && !taking.isDone();
			taking.complete((taken && stored != null) ? take(stored, next, user) : null);
		}
		catch (RuntimeException ex) {
			logger.warn("A page begins anew, since its conversation could not be taken over: "
					+ ex.getClass().getSimpleName());
			logger.debug("The conversation could not be taken over", ex);
			taking.complete(null);
		}
	}

	// The page may be lost before it has its next token, and this node as well
	private @Nullable TakenPage take(StoredConversation stored, PageTokens next, String user) {
		Map<String, String> notes = new LinkedHashMap<>();
		notes.put(TOKEN, hash(next.current(), user));
		if (next.former() != null) {
			notes.put(FORMER_TOKEN, hash(next.former(), user));
		}
		return this.conversations.takeOver(stored.header(), notes)
			.map((taken) -> new TakenPage(taken, next, this.idempotent))
			.orElse(null);
	}

	private boolean isOf(StoredConversation stored, String token, String user) {
		boolean recent = this.scheduler.getClock().instant().isBefore(stored.header().updatedAt().plus(this.validity));
		String hash = hash(token, user);
		return recent & (isSame(stored.notes().get(TOKEN), hash) | isSame(stored.notes().get(FORMER_TOKEN), hash));
	}

	private static boolean isSame(@Nullable String known, String hash) {
		return known != null && MessageDigest.isEqual(known.getBytes(StandardCharsets.US_ASCII),
				hash.getBytes(StandardCharsets.US_ASCII));
	}

	private static String hash(String token, String user) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest((token + " " + user).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A conversation that was taken over for a page.
	 *
	 * @param conversation the conversation
	 * @param tokens the tokens that the page comes back with next
	 * @param idempotent tells of a session which of its tools may run again
	 */
	record TakenPage(TakenConversation conversation, PageTokens tokens,
			Function<SessionTraits, Predicate<String>> idempotent) {

		/**
		 * Let a session that is being specified go on with the conversation.
		 * @param builder what the session shall be otherwise
		 * @return the conversation as the session has it
		 */
		TakenConversation continueIn(SessionSpec.Builder builder) {
			TakenConversation continued = this.conversation
				.repeating(this.idempotent.apply(SessionTraits.of(builder.build())));
			continued.continueIn(builder);
			return continued;
		}

		/**
		 * Let a live session that is being specified go on with the conversation.
		 * @param builder what the session shall be otherwise
		 * @return the conversation as the session has it
		 */
		LiveContinuation continueIn(LiveSpec.Builder builder) {
			LiveContinuation continued = LiveContinuation.of(this.conversation)
				.repeating(this.idempotent.apply(builder.build()));
			continued.continueIn(builder);
			return continued;
		}

	}

}
