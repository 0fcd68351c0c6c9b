package io.realtime4j.spring.bridge.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.RecordedConversation;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.store.TakenConversation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Internal access to the conversations of pages that other nodes had: the store knows one
 * hash of the token that a page comes back with and of its user, who cannot be guessed
 * from it.
 */
public final class StoredPages {

	private static final Log logger = LogFactory.getLog(StoredPages.class);

	private static final String TOKEN = "page.token";

	private static final int MAX_TOKEN_LENGTH = 200;

	private final StoredConversations conversations;

	private final Duration validity;

	private final InstantSource clock;

	/**
	 * Create an access.
	 * @param conversations the conversations
	 * @param validity how long after its last write a conversation can be gone on with
	 * @param clock the clock
	 */
	public StoredPages(StoredConversations conversations, Duration validity, InstantSource clock) {
		this.conversations = conversations;
		this.validity = validity;
		this.clock = clock;
	}

	/**
	 * Return the token that finds a session, here and on other nodes.
	 * @param session the session
	 * @param secret the part that nobody can guess
	 * @return the token
	 */
	static String token(RealtimeSession session, String secret) {
		RecordedConversation conversation = RecordedConversation.find(session);
		return (conversation != null) ? conversation.conversationId() + "." + secret : secret;
	}

	/**
	 * Let other nodes find a session by a token, and by no earlier one.
	 * @param session the session
	 * @param token the token
	 * @param user whose session it is
	 */
	static void remember(RealtimeSession session, String token, String user) {
		RecordedConversation conversation = RecordedConversation.find(session);
		if (conversation != null) {
			conversation.note(TOKEN, hash(token, user), StoredPages::mayComeBack);
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
	static void forget(RealtimeSession session) {
		RecordedConversation conversation = RecordedConversation.find(session);
		if (conversation != null) {
			conversation.note(TOKEN, null);
		}
	}

	/**
	 * Take over the conversation that a page had at another node. Blocks until the store
	 * has answered.
	 * @param token the token that the page has
	 * @param user who is connected
	 * @return the conversation, or {@code null} if there is none for this token and this
	 * user, or the store does not tell
	 */
	@Nullable TakenConversation takeOver(String token, String user) {
		int end = token.lastIndexOf('.');
		if (end <= 0 || token.length() > MAX_TOKEN_LENGTH) {
			return null;
		}
		try {
			StoredConversation stored = this.conversations.findHeader(token.substring(0, end)).orElse(null);
			return (stored != null && isOf(stored, token, user))
					? this.conversations.takeOver(stored.header()).orElse(null) : null;
		}
		catch (RuntimeException ex) {
			logger.warn("A page begins anew, since its conversation could not be taken over: "
					+ ex.getClass().getSimpleName());
			logger.debug("The conversation could not be taken over", ex);
			return null;
		}
	}

	private boolean isOf(StoredConversation stored, String token, String user) {
		boolean recent = this.clock.instant().isBefore(stored.header().updatedAt().plus(this.validity));
		return recent & isSame(stored.notes().get(TOKEN), hash(token, user));
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

}
