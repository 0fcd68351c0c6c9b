package io.realtime4j.spring.bridge.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeAccess;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeLimits;
import io.realtime4j.spring.bridge.BridgeLiveSessionCustomizer;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.PageLimits;
import io.realtime4j.spring.bridge.RelaySettings;
import io.realtime4j.spring.bridge.access.AccessInterceptor;
import io.realtime4j.spring.bridge.access.AccessRules;
import io.realtime4j.spring.bridge.access.BridgeSessionFactory;
import io.realtime4j.spring.bridge.access.LiveBridgeSessionFactory;
import io.realtime4j.spring.bridge.access.PageAdmission;
import io.realtime4j.spring.bridge.access.PageMemory;
import io.realtime4j.spring.bridge.access.RequestRate;
import io.realtime4j.spring.bridge.access.SessionSlots;
import io.realtime4j.spring.bridge.access.SubprotocolInterceptor;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.Handshakes;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.spring.bridge.connection.PageProtocol;
import io.realtime4j.spring.bridge.connection.PageWebSocketHandler;
import io.realtime4j.spring.bridge.connection.TextPace;
import io.realtime4j.spring.bridge.http.CallHandler;
import io.realtime4j.spring.bridge.http.ClientSecretHandler;
import io.realtime4j.spring.bridge.http.PageCalls;
import io.realtime4j.spring.bridge.http.PostRules;
import io.realtime4j.spring.bridge.page.PageCommandReader;
import io.realtime4j.spring.bridge.page.PageSessions;
import io.realtime4j.spring.bridge.page.StoredPages;
import io.realtime4j.spring.bridge.page.VoiceProtocol;
import io.realtime4j.spring.bridge.relay.RelayCommands;
import io.realtime4j.spring.bridge.relay.RelayProtocol;
import io.realtime4j.spring.rest.RealtimeRestClient;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.Assert;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Internal server of the bridge, which gives each connection of a page its own session.
 * When the application stops, the pages are told first and come back to the next server.
 *
 * @since 0.1.0
 */
public final class RealtimeBridge implements SmartLifecycle {

	/**
	 * A page that comes back has two connections for a moment.
	 */
	private static final int CONNECTIONS_PER_SESSION = 2;

	/**
	 * Least number of conversations that a user may begin at once. Beyond that it is one
	 * a second, since each costs a session at the service.
	 */
	private static final int LEAST_AT_ONCE = 20;

	/**
	 * How long pages have to take what they are told when the application stops.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Set<PageConnection> connections = ConcurrentHashMap.newKeySet();

	private final BridgeSettings settings;

	private final BridgeThreads threads;

	private final @Nullable BridgeSessionFactory factory;

	private final PageProtocols protocols;

	private final SessionSlots slots;

	private final RequestRate requests;

	private final RequestRate beginnings;

	private final Handshakes handshakes;

	private final PageAdmission admission;

	private final PageCalls calls;

	private volatile IntConsumer whenClosed = (code) -> {
	};

	private volatile boolean running;

	/**
	 * Create a bridge whose pages talk with sessions of the first family.
	 * @param client opens the sessions
	 * @param spec what the sessions are before they are customized
	 * @param customizers customize the session of each page, in this order
	 * @param settings what the bridge does for pages
	 * @param threads what it runs on
	 */
	public RealtimeBridge(RealtimeClient client, SessionSpec spec, List<BridgeSessionCustomizer> customizers,
			BridgeSettings settings, BridgeThreads threads) {
		this(client, spec, customizers, settings, threads, BridgeNodes.alone());
	}

	/**
	 * Create a bridge that knows of other nodes, so that pages may come back that were
	 * there.
	 * @param client opens the sessions
	 * @param spec what the sessions are before they are customized
	 * @param customizers customize the session of each page, in this order
	 * @param settings what the bridge does for pages
	 * @param threads what it runs on
	 * @param nodes what it shares with other nodes
	 */
	public RealtimeBridge(RealtimeClient client, SessionSpec spec, List<BridgeSessionCustomizer> customizers,
			BridgeSettings settings, BridgeThreads threads, BridgeNodes nodes) {
		this(new BridgeSessionFactory(client,
				spec.toBuilder().history(settings.history()).limits(SessionLimits.ofOnePerson()).build(), customizers,
				admission(settings, threads, client::isClosedToSessions, nodes)), settings, threads, nodes.stored());
	}

	private RealtimeBridge(BridgeSessionFactory factory, BridgeSettings settings, BridgeThreads threads,
			@Nullable StoredPages stored) {
		this(factory,
				(settings.relay() != null) ? relay(factory, settings.relay(), settings.page())
						: voice(PageSessions.of(factory, settings, threads.scheduler(), stored), settings.page()),
				factory.admission(), settings, threads);
	}

	/**
	 * Create a bridge whose pages talk with live sessions.
	 * @param client opens the sessions, and has a default for them
	 * @param customizers customize the session of each page, in this order
	 * @param settings what the bridge does for pages, which cannot be a relay
	 * @param threads what it runs on
	 */
	public RealtimeBridge(LiveClient client, List<BridgeLiveSessionCustomizer> customizers, BridgeSettings settings,
			BridgeThreads threads) {
		this(client, customizers, settings, threads, BridgeNodes.alone());
	}

	/**
	 * Create a bridge that knows of other nodes, whose pages talk with live sessions.
	 * @param client opens the sessions, and has a default for them
	 * @param customizers customize the session of each page, in this order
	 * @param settings what the bridge does for pages, which cannot be a relay
	 * @param threads what it runs on
	 * @param nodes what it shares with other nodes
	 */
	public RealtimeBridge(LiveClient client, List<BridgeLiveSessionCustomizer> customizers, BridgeSettings settings,
			BridgeThreads threads, BridgeNodes nodes) {
		this(new LiveBridgeSessionFactory(client, customizers, settings.history(), SessionLimits.ofOnePerson(),
				admission(settings, threads, client::isClosedToSessions, nodes)), settings, threads, nodes.stored());
	}

	private RealtimeBridge(LiveBridgeSessionFactory factory, BridgeSettings settings, BridgeThreads threads,
			@Nullable StoredPages stored) {
		this(null, voice(PageSessions.of(factory, settings, threads.scheduler(), stored), settings.page()),
				factory.admission(), settings, threads);
		Assert.isTrue(settings.relay() == null, "The relay passes on events of the first family only");
	}

	private RealtimeBridge(@Nullable BridgeSessionFactory factory, PageProtocols protocols, PageAdmission admission,
			BridgeSettings settings, BridgeThreads threads) {
		this.admission = admission;
		this.settings = settings;
		this.threads = threads;
		this.calls = new PageCalls(threads);
		this.factory = factory;
		this.protocols = protocols;
		BridgeLimits limits = settings.sessions();
		InstantSource clock = threads.scheduler().getClock();
		this.requests = new RequestRate(limits.requestsPerMinute(), Duration.ofMinutes(1), clock);
		int atOnce = Math.max(LEAST_AT_ONCE, limits.maxSessionsPerAddress());
		this.beginnings = new RequestRate(atOnce, Duration.ofSeconds(atOnce), clock);
		this.slots = new SessionSlots(CONNECTIONS_PER_SESSION * limits.maxSessions());
		this.handshakes = new Handshakes(CONNECTIONS_PER_SESSION * limits.maxSessions(),
				CONNECTIONS_PER_SESSION * limits.maxSessionsPerAddress());
	}

	private static PageAdmission admission(BridgeSettings settings, BridgeThreads threads, BooleanSupplier closed,
			BridgeNodes nodes) {
		BridgeLimits limits = settings.sessions();
		return new PageAdmission(limits, new PageMemory(limits.maxMemory(), threads.executor()), closed,
				nodes.counts());
	}

	/**
	 * Return the handler for the connections of pages.
	 * @return the handler
	 */
	public WebSocketHandler webSocketHandler() {
		return new PageWebSocketHandler(this.settings.page(), List.of(subprotocol()), this::connect, this::disconnect);
	}

	/**
	 * Return the handler that gives pages keys for the service, bound to the session that
	 * they would have here. Anybody who can reach it causes costs. A key counts as a
	 * session as long as it is valid.
	 * @param rest asks the service for keys
	 * @param lifetime how long a key is good for, or {@code null} for the default of the
	 * service
	 * @param access who may reach it
	 * @return the handler, of {@code POST} requests
	 */
	public HttpRequestHandler clientSecretHandler(RealtimeRestClient rest, @Nullable Duration lifetime,
			BridgeAccess access) {
		return new ClientSecretHandler(factory(), rest, lifetime, this.threads.scheduler(), postRules(access));
	}

	/**
	 * Return the handler that starts calls by WebRTC for pages: it receives the SDP offer
	 * of a page, returns the answer of the service, and attaches a session to the call.
	 * @param rest asks the service for calls
	 * @param access who may reach it
	 * @return the handler, of {@code POST} requests
	 */
	public HttpRequestHandler callHandler(RealtimeRestClient rest, BridgeAccess access) {
		return new CallHandler(factory(), rest, this.calls, postRules(access));
	}

	private BridgeSessionFactory factory() {
		Assert.state(this.factory != null, "Only sessions of the first family have keys and calls of pages");
		return this.factory;
	}

	private PostRules postRules(BridgeAccess access) {
		return new PostRules(new AccessRules(access), this.requests);
	}

	/**
	 * Return the interceptor that refuses requests without access to the bridge.
	 * @param access who may reach it
	 * @return the interceptor of handshakes
	 */
	public HandshakeInterceptor accessInterceptor(BridgeAccess access) {
		return new AccessInterceptor(new AccessRules(access));
	}

	/**
	 * Return the interceptor that refuses clients with another subprotocol.
	 * @return the interceptor of handshakes
	 */
	public HandshakeInterceptor subprotocolInterceptor() {
		return new SubprotocolInterceptor(subprotocol(), this.settings.relay() == null);
	}

	String subprotocol() {
		return (this.settings.relay() != null) ? RelayProtocol.SUBPROTOCOL : VoiceProtocol.SUBPROTOCOL;
	}

	private static PageProtocols voice(PageSessions sessions, PageLimits page) {
		PageCommandReader reader = new PageCommandReader();
		return (who, connection) -> new VoiceProtocol(sessions, who, connection, reader,
				new TextPace(page.textPerSecond(), connection.clock()));
	}

	private static PageProtocols relay(BridgeSessionFactory factory, RelaySettings settings, PageLimits page) {
		RelayCommands commands = new RelayCommands(settings.allowedEvents());
		return (who, connection) -> new RelayProtocol(factory, who, connection, commands,
				new TextPace(page.textPerSecond(), connection.clock()));
	}

	PageConnection connect(WebSocketSession socket) {
		BridgeConnection who = BridgeConnection.of(socket);
		PageConnection connection = new PageConnection(socket, this.settings.page(), this.threads,
				(page) -> this.protocols.create(who, page));
		this.connections.add(connection);
		if (!this.handshakes.admit(connection, who.address(), CloseReasons.TOO_MANY_SESSIONS)) {
			return connection;
		}
		connection.whenBegun(() -> begin(connection, who));
		if (this.running) {
			connection.watchIdle(this.settings.sessions().idleTimeout());
			connection.open();
		}
		else {
			connection.close(CloseReasons.GOING_AWAY);
		}
		return connection;
	}

	private @Nullable CloseStatus begin(PageConnection connection, BridgeConnection who) {
		this.handshakes.remove(connection);
		if (!this.beginnings.take(who.user())) {
			return CloseReasons.TOO_OFTEN;
		}
		SessionSlots.Place place = this.slots.place(who.user(),
				CONNECTIONS_PER_SESSION * this.settings.sessions().maxSessionsOf(who));
		if (place == null) {
			return CloseReasons.TOO_MANY_SESSIONS;
		}
		connection.whenClosed(place::release);
		return null;
	}

	/**
	 * Return how many pages are connected.
	 * @return the number of connections
	 */
	public int connections() {
		return this.connections.size();
	}

	/**
	 * Set what is told when a connection was closed.
	 * @param action takes the close code
	 */
	public void whenClosed(IntConsumer action) {
		this.whenClosed = action;
	}

	void disconnect(PageConnection connection, CloseStatus status) {
		this.connections.remove(connection);
		this.whenClosed.accept(status.getCode());
		connection.onClosed(status);
	}

	@Override
	public void start() {
		this.running = true;
		this.calls.start();
		this.admission.start();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	// The web server stops behind the bridge, and cuts the connections that it still has
	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.admission.stop();
		this.connections.forEach((connection) -> connection.close(CloseReasons.GOING_AWAY));
		CompletableFuture<?>[] left = this.connections.stream()
			.map(PageConnection::left)
			.toArray(CompletableFuture[]::new);
		CompletableFuture<@Nullable Void> told = new CompletableFuture<>();
		TaskScheduler scheduler = this.threads.scheduler();
		ScheduledFuture<?> timer = scheduler.schedule(() -> told.complete(null),
				scheduler.getClock().instant().plus(PATIENCE));
		told.thenRun(() -> {
			timer.cancel(false);
			callback.run();
		});
		CompletableFuture.allOf(CompletableFuture.allOf(left), this.calls.stop()).thenRun(() -> told.complete(null));
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	/**
	 * Makes the protocol of a connection.
	 */
	@FunctionalInterface
	private interface PageProtocols {

		PageProtocol create(BridgeConnection who, PageConnection connection);

	}

}
