package io.realtime4j.spring.bridge;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of pages: begins them within their bounds, and finds them again by tokens,
 * each of which is good for once.
 */
final class PageSessions {

	private static final int TOKEN_BYTES = 32;

	private final Map<String, PageSession> byToken = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final RealtimeClient client;

	private final SessionSpec spec;

	private final List<BridgeSessionCustomizer> customizers;

	private final BridgeSettings settings;

	private final BridgeThreads threads;

	private final SessionSlots slots;

	PageSessions(RealtimeClient client, SessionSpec spec, List<BridgeSessionCustomizer> customizers,
			BridgeSettings settings, BridgeThreads threads) {
		this.client = client;
		this.spec = spec;
		this.customizers = List.copyOf(customizers);
		this.settings = settings;
		this.threads = threads;
		this.slots = new SessionSlots(settings.sessions().maxSessions(), settings.sessions().maxSessionsPerUser());
	}

	/**
	 * Give a page the session that it had, or else a new one.
	 * @param connection the connection of the page
	 * @param who who is connected
	 * @param token the token that the page has, or {@code null}
	 * @return the session, or {@code null} if there are too many
	 */
	@Nullable PageSession connect(PageConnection connection, BridgeConnection who, @Nullable String token) {
		PageSession known = (token != null) ? this.byToken.remove(token) : null;
		if (known != null && known.owner().user().equals(who.user()) && attach(known, connection, true)) {
			return known;
		}
		if (!this.slots.take(who.user())) {
			return null;
		}
		PageSession begun = begin(who);
		attach(begun, connection, false);
		begun.session().open();
		return begun;
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
			page.detach(connection, this.threads.scheduler(), this.settings.sessions().resumeGrace());
		}
	}

	private boolean attach(PageSession page, PageConnection connection, boolean resumed) {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		forget(page);
		this.byToken.put(token, page);
		boolean attached = page.attach(connection, token, resumed);
		if (!attached) {
			this.byToken.remove(token);
		}
		return attached;
	}

	private PageSession begin(BridgeConnection who) {
		try {
			SessionSpec.Builder builder = this.spec.toBuilder();
			this.customizers.forEach((customizer) -> customizer.customize(who, builder));
			PageSession.Parts parts = PageSession.Parts.of(this.settings, this.threads.scheduler().getClock());
			SessionSpec spec = builder.attribute(BridgeConnection.ATTRIBUTE, who)
				.attribute(PageView.ATTRIBUTE, parts.view())
				.interceptor((session) -> new PageInterceptor(session, parts.sink(), parts.view()))
				.build();
			RealtimeSession session = this.client.create(spec);
			PageSession page = new PageSession(who, session, spec, parts);
			session.closed().thenAccept((cause) -> {
				this.slots.release(who.user());
				forget(page);
				page.onEnd((cause instanceof ClosedByApplication) ? CloseReasons.ENDED : CloseReasons.UNAVAILABLE);
			});
			return page;
		}
		catch (RuntimeException ex) {
			this.slots.release(who.user());
			throw ex;
		}
	}

	private void forget(PageSession page) {
		String token = page.token();
		if (token != null) {
			this.byToken.remove(token);
		}
	}

}
