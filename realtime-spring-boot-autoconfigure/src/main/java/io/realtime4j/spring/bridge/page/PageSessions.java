package io.realtime4j.spring.bridge.page;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.access.BridgeSessionFactory;
import io.realtime4j.spring.bridge.access.LiveBridgeSessionFactory;
import io.realtime4j.spring.bridge.access.PageAdmission;
import io.realtime4j.spring.bridge.access.WaitingSessions;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.PageConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;

/**
 * Internal registry of the sessions of pages, which starts them within their limits and
 * finds them again by tokens: each is good until its page is known to have the next one.
 */
public final class PageSessions {

	private static final int SECRET_BYTES = 32;

	private final Map<String, PageSession> byKey = new ConcurrentHashMap<>();

	private final WaitingSessions waiting;

	private final SecureRandom random = new SecureRandom();

	private final PageConversations conversations;

	private final PageAdmission admission;

	private final BridgeSettings settings;

	private final TaskScheduler scheduler;

	private final @Nullable StoredPages stored;

	private PageSessions(PageConversations conversations, PageAdmission admission, BridgeSettings settings,
			TaskScheduler scheduler, @Nullable StoredPages stored) {
		this.stored = stored;
		this.conversations = conversations;
		this.admission = admission;
		this.waiting = admission.waiting();
		this.settings = settings;
		this.scheduler = scheduler;
	}

	/**
	 * Create a registry of sessions of the first family.
	 * @param factory creates sessions
	 * @param settings the settings of the bridge
	 * @param scheduler ends sessions whose page does not come back
	 * @param stored finds conversations of other nodes, or {@code null} for none
	 * @return the registry
	 */
	public static PageSessions of(BridgeSessionFactory factory, BridgeSettings settings, TaskScheduler scheduler,
			@Nullable StoredPages stored) {
		return new PageSessions(
				(who, hold, parts, taken) -> RealtimeConversation.begin(factory, who, hold, parts, taken),
				factory.admission(), settings, scheduler, stored);
	}

	/**
	 * Create a registry of live sessions.
	 * @param factory creates sessions
	 * @param settings the settings of the bridge
	 * @param scheduler ends sessions whose page does not come back
	 * @param stored finds conversations of other nodes, or {@code null} for none
	 * @return the registry
	 */
	public static PageSessions of(LiveBridgeSessionFactory factory, BridgeSettings settings, TaskScheduler scheduler,
			@Nullable StoredPages stored) {
		return new PageSessions((who, hold, parts, taken) -> LiveConversation.begin(factory, who, hold, parts, taken),
				factory.admission(), settings, scheduler, stored);
	}

	/**
	 * Give a page the session that it had, here or at another node, or else a new one. It
	 * is to be greeted then.
	 * @param connection the connection of the page
	 * @param who who is connected
	 * @param token the token that the page has, or {@code null}
	 * @param choice what it chooses for a new one
	 * @return completes with the session, at once unless another node may have had it;
	 * fails with {@link BadFrameException} if there are too many
	 */
	CompletableFuture<PageSession> connect(PageConnection connection, BridgeConnection who, @Nullable String token,
			PageChoice choice) {
		choice.check(this.settings.options());
		PageSession known = (token != null) ? find(token) : null;
		if (known != null && known.owner().user().equals(who.user())
				&& attach(known, connection, PageTokens.of(known.key(), nextSecret(), token))) {
			return CompletableFuture.completedFuture(known);
		}
		PageAdmission.Hold hold = hold(who, token != null && this.stored != null);
		PageSession.Parts parts = PageSession.Parts.of(this.settings, this.scheduler.getClock(), choice);
		CompletableFuture<StoredPages.@Nullable TakenPage> taking = (token != null && this.stored != null)
				? this.stored.takeOver(token, who.user(), nextSecret()) : null;
		if (taking == null) {
			return CompletableFuture.completedFuture(beginWithin(connection, who, hold, parts, null));
		}
		return taking.thenApplyAsync((taken) -> beginWithin(connection, who, hold, parts, taken), connection.executor())
			.whenComplete((page, ex) -> {
				if (ex != null) {
					hold.release();
				}
			});
	}

	// What did not come from another node is one more
	private PageSession beginWithin(PageConnection connection, BridgeConnection who, PageAdmission.Hold hold,
			PageSession.Parts parts, StoredPages.@Nullable TakenPage taken) {
		if (taken == null && !this.admission.isWithin(who)) {
			hold.release();
			throw new BadFrameException(CloseReasons.TOO_MANY_SESSIONS);
		}
		return begin(connection, who, hold, parts, taken);
	}

	private PageAdmission.Hold hold(BridgeConnection who, boolean moving) {
		if (!this.admission.hasRoom()) {
			throw new BadFrameException(CloseReasons.NO_ROOM);
		}
		PageAdmission.Hold hold = this.admission.hold(who, moving);
		if (hold == null) {
			throw new BadFrameException(CloseReasons.TOO_MANY_SESSIONS);
		}
		return hold;
	}

	private @Nullable PageSession find(String token) {
		String key = PageTokens.key(token);
		PageSession page = (key != null) ? this.byKey.get(key) : null;
		PageTokens tokens = (page != null) ? page.tokens() : null;
		return (tokens != null && tokens.contains(token)) ? page : null;
	}

	private String nextSecret() {
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * Note that a page has said something since it has its token: the one before is of no
	 * use any more.
	 * @param page the session
	 * @param connection the connection of the page
	 */
	void confirm(PageSession page, PageConnection connection) {
		if (page.confirm(connection)) {
			remember(page);
		}
	}

	/**
	 * Take a session from a connection that is over.
	 * @param page the session
	 * @param connection the connection
	 * @param forGood whether the page will not come back
	 */
	void disconnect(PageSession page, PageConnection connection, boolean forGood) {
		if (forGood) {
			page.leave(connection);
		}
		else {
			this.waiting.add(page);
			boolean waits = page.detach(connection, this.scheduler, this.settings.sessions().resumeGrace());
			if (!waits) {
				this.waiting.remove(page);
			}
		}
	}

	private boolean attach(PageSession page, PageConnection connection, PageTokens tokens) {
		this.waiting.remove(page);
		boolean attached = page.attach(connection, tokens);
		if (attached) {
			remember(page);
		}
		return attached;
	}

	private static void remember(PageSession page) {
		PageTokens tokens = page.tokens();
		if (tokens != null) {
			page.conversation().remember(tokens, page.user());
		}
	}

	private PageSession begin(PageConnection connection, BridgeConnection who, PageAdmission.Hold hold,
			PageSession.Parts parts, StoredPages.@Nullable TakenPage taken) {
		PageConversations.Begun begun = this.conversations.begin(who, hold, parts, taken);
		PageSession page = new PageSession(who, begun, parts);
		this.byKey.put(page.key(), page);
		begun.share().whenOver(page::onTooMuch);
		begun.conversation().session().closed().thenAccept((cause) -> {
			this.byKey.remove(page.key(), page);
			page.onEnd(CloseReasons.of(cause));
			this.waiting.remove(page);
		});
		PageTokens tokens = (taken != null) ? taken.tokens() : PageTokens.of(page.key(), nextSecret(), null);
		if (!attach(page, connection, tokens)) {
			// It was ended while it was made, as by a drain, and nobody would tell the
			// page
			throw new BadFrameException(CloseReasons.NO_ROOM);
		}
		return page;
	}

}
