package io.realtime4j.spring.bridge.page;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.access.BridgeSessionFactory;
import io.realtime4j.spring.bridge.access.LiveBridgeSessionFactory;
import io.realtime4j.spring.bridge.access.PageAdmission;
import io.realtime4j.spring.bridge.access.WaitingSessions;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.store.TakenConversation;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;

/**
 * Internal registry of the sessions of pages, which starts them within their limits and
 * finds them again by tokens that are valid once.
 */
public final class PageSessions {

	private static final int TOKEN_BYTES = 32;

	private final Map<String, PageSession> byToken = new ConcurrentHashMap<>();

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
		return new PageSessions((who, parts, takeOver) -> RealtimeConversation.begin(factory, who, parts, takeOver),
				factory.admission(), settings, scheduler, stored);
	}

	/**
	 * Create a registry of live sessions.
	 * @param factory creates sessions
	 * @param settings the settings of the bridge
	 * @param scheduler ends sessions whose page does not come back
	 * @return the registry
	 */
	public static PageSessions of(LiveBridgeSessionFactory factory, BridgeSettings settings, TaskScheduler scheduler) {
		return new PageSessions((who, parts, takeOver) -> LiveConversation.begin(factory, who, parts),
				factory.admission(), settings, scheduler, null);
	}

	/**
	 * Give a page the session that it had, here or at another node, or else a new one. It
	 * is to be greeted then.
	 * @param connection the connection of the page
	 * @param who who is connected
	 * @param token the token that the page has, or {@code null}
	 * @return the session, or {@code null} if there are too many
	 */
	@Nullable PageSession connect(PageConnection connection, BridgeConnection who, @Nullable String token) {
		PageSession known = (token != null) ? this.byToken.remove(token) : null;
		if (known != null && known.owner().user().equals(who.user()) && attach(known, connection)) {
			return known;
		}
		PageSession begun = begin(who, () -> (token != null && known == null) ? taken(token, who) : null);
		if (begun != null) {
			attach(begun, connection);
		}
		return begun;
	}

	private @Nullable TakenConversation taken(String token, BridgeConnection who) {
		return (this.stored != null) ? this.stored.takeOver(token, who.user()) : null;
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

	private boolean attach(PageSession page, PageConnection connection) {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		String token = page.conversation().token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		forget(page);
		this.waiting.remove(page);
		this.byToken.put(token, page);
		boolean attached = page.attach(connection, token);
		if (attached) {
			page.conversation().remember(token, page.user());
		}
		else {
			this.byToken.remove(token);
		}
		return attached;
	}

	private @Nullable PageSession begin(BridgeConnection who, Supplier<@Nullable TakenConversation> takeOver) {
		if (!this.admission.hasRoom()) {
			throw new BadFrameException(CloseReasons.NO_ROOM);
		}
		PageSession.Parts parts = PageSession.Parts.of(this.settings, this.scheduler.getClock());
		PageConversations.Begun begun = this.conversations.begin(who, parts, takeOver);
		if (begun == null) {
			return null;
		}
		PageSession page = new PageSession(who, begun, parts);
		begun.share().whenOver(page::onTooMuch);
		begun.conversation().session().closed().thenAccept((cause) -> {
			forget(page);
			page.onEnd(CloseReasons.of(cause));
			this.waiting.remove(page);
		});
		return page;
	}

	private void forget(PageSession page) {
		String token = page.token();
		if (token != null) {
			this.byToken.remove(token);
		}
	}

}
