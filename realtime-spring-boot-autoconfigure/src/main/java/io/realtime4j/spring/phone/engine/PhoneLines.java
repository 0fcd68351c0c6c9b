package io.realtime4j.spring.phone.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.PageLimits;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.Handshakes;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.spring.bridge.connection.PageWebSocketHandler;
import io.realtime4j.spring.logging.LimitedLog;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallEvent;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneKeyPressed;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.recording.CallRecording;
import io.realtime4j.spring.phone.recording.CallRecordings;
import io.realtime4j.transport.KeepAlive;
import io.realtime4j.usage.TenantBudgetUsedUpException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;

/**
 * Internal engine for the calls of one carrier, which gives each its own session. When
 * the application stops, calls may go on for a while, and are hung up then.
 */
public final class PhoneLines implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(PhoneLines.class);

	private static final LimitedLog failures = new LimitedLog(logger);

	private static final int MEBIBYTE = 1024 * 1024;

	/**
	 * Audio comes 50 times a second, and marks and keys beside it. All marks come at once
	 * when the queue of a carrier is cleared, and a line that stood still brings what it
	 * held: audio has a pace of its own.
	 */
	private static final PageLimits CONNECTION_LIMITS = limits(KeepAlive.defaults());

	private static final PageLimits UNPINGED_LIMITS = limits(KeepAlive.none());

	private static final Duration HANG_UP_TIMEOUT = Duration.ofSeconds(15);

	private static final CloseStatus TOO_MANY = CloseStatus.POLICY_VIOLATION.withReason("Too many calls");

	private final Set<PageConnection> connections = ConcurrentHashMap.newKeySet();

	private final Set<ActiveCall> calls = ConcurrentHashMap.newKeySet();

	private final Set<CompletableFuture<?>> recordings = ConcurrentHashMap.newKeySet();

	private final Service service;

	private final PhoneSettings settings;

	private final Threads threads;

	private final CallGate gate;

	private final Handshakes handshakes;

	private volatile boolean accepting;

	private volatile boolean running;

	/**
	 * Create an engine.
	 * @param service makes the sessions
	 * @param settings the settings
	 * @param threads what it runs on
	 * @param places counts all calls of the application
	 */
	public PhoneLines(Service service, PhoneSettings settings, Threads threads, CallPlaces places) {
		this.service = service;
		this.settings = settings;
		this.threads = threads;
		this.gate = new CallGate(settings.limits(), places, this::isAccepting);
		this.handshakes = new Handshakes(settings.maxCalls(), settings.maxCalls());
	}

	private static PageLimits limits(KeepAlive keepAlive) {
		return new PageLimits(64 * 1024, 64 * 1024, 250, PhoneSink.MAX_MARKS, Integer.MAX_VALUE, 8 * MEBIBYTE,
				Duration.ofSeconds(10), keepAlive);
	}

	/**
	 * Return the handler for the connections of the carrier.
	 * @param dialect makes what one connection says
	 * @return the handler
	 */
	public WebSocketHandler webSocketHandler(Function<WebSocketSession, PhoneDialect> dialect) {
		return new PageWebSocketHandler(CONNECTION_LIMITS, List.of(),
				(socket) -> connect(socket, dialect.apply(socket)), (connection, status) -> {
					this.connections.remove(connection);
					connection.onClosed(status);
				});
	}

	/**
	 * Return whether a call that waits for an answer could begin now. The application is
	 * told of one that could not, once, however often its carrier asks. A call that is
	 * here already is not refused: who asks about it replays a request.
	 * @param caller who calls
	 * @return whether there is a place for it
	 */
	public boolean admits(PhoneCaller caller) {
		PhoneCallRefused.Reason refusal = this.gate.refusal(caller);
		if (refusal != null && calls(caller.callId()).findAny().isEmpty() && this.gate.isNew(caller)) {
			events().publish(new PhoneCallRefused(caller, refusal));
		}
		return refusal == null;
	}

	// An application that is taken out of service begins no calls either
	private boolean isAccepting() {
		return this.accepting && !this.service.sessions().isClosed();
	}

	private CallEvents events() {
		return new CallEvents(this.threads.listeners(), this.service.publisher());
	}

	private PageConnection connect(WebSocketSession socket, PhoneDialect dialect) {
		PageLimits limits = dialect.answersPings() ? CONNECTION_LIMITS : UNPINGED_LIMITS;
		PageConnection connection = new PageConnection(socket, limits, this.threads.connections(),
				(own) -> new PhoneLine(this, dialect, own, this.settings.startTimeout()));
		this.connections.add(connection);
		if (!this.handshakes.admit(connection, "", TOO_MANY)) {
			return connection;
		}
		// Who calls is known later, and the application is told of who is refused
		if (this.running) {
			connection.watchIdle(this.settings.idleTimeout());
			connection.open();
		}
		else {
			connection.close(CloseReasons.GOING_AWAY);
		}
		return connection;
	}

	/**
	 * Begin a call.
	 * @param caller who calls
	 * @param dialect what the connection says
	 * @param connection the connection, which is closed if the call is refused
	 * @return the call, or {@code null} if it was refused
	 */
	@Nullable Begun begin(PhoneCaller caller, PhoneDialect dialect, PageConnection connection) {
		this.handshakes.remove(connection);
		connection.begin();
		CallEvents events = events();
		CallPlaces.Place place = this.gate.enter(caller);
		if (place == null) {
			PhoneCallRefused.Reason reason = this.gate.reason();
			CloseStatus status = (reason == PhoneCallRefused.Reason.BUSY) ? TOO_MANY : CloseReasons.GOING_AWAY;
			return refuse(new PhoneCallRefused(caller, reason), status, events, connection);
		}
		try {
			return begin(call(caller, dialect, connection, events), dialect, place, events);
		}
		catch (SessionNotAdmittedException ex) {
			PhoneCallRefused.Reason reason = (ex instanceof TenantBudgetUsedUpException)
					? PhoneCallRefused.Reason.BUDGET : PhoneCallRefused.Reason.STOPPING;
			place.release();
			return refuse(new PhoneCallRefused(caller, reason), CloseReasons.of(ex), events, connection);
		}
		catch (RuntimeException ex) {
			failures.warn(caller.callId(), "The session of " + caller + " could not be made", ex);
			place.release();
			return refuse(new PhoneCallRefused(caller, PhoneCallRefused.Reason.FAILED), CloseReasons.FAILED, events,
					connection);
		}
	}

	private static @Nullable Begun refuse(PhoneCallRefused refusal, CloseStatus status, CallEvents events,
			PageConnection connection) {
		events.publish(refusal);
		connection.close(status);
		return null;
	}

	private ActiveCall call(PhoneCaller caller, PhoneDialect dialect, PageConnection connection, CallEvents events) {
		CallRecordings recordings = this.service.recordings();
		ActiveCall.Options options = new ActiveCall.Options(this.settings.joinedAudio(), this.service.transfers());
		return new ActiveCall(caller, dialect, this.service.sessions().format(dialect.format()), connection, options,
				(call) -> (recordings != null)
						? recordings.begin(call, dialect.format(), connection.clock(), events::publish) : null);
	}

	/**
	 * Let a call go whose session did not begin.
	 * @param dialect what its connection said
	 */
	void abandon(PhoneDialect dialect) {
		try {
			// What it remembers may be somewhere else
			this.threads.listeners().execute(dialect::abandon);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The application has stopped before a call could be hung up");
		}
	}

	/**
	 * Note that the carrier has ended a call, which may be one of another node.
	 * @param callId the id of the call
	 */
	public void end(String callId) {
		calls(callId).forEach(ActiveCall::onRemoteEnd);
	}

	/**
	 * Note that a call, which may be one of another node, goes on with somebody else: it
	 * ends here, and is not hung up.
	 * @param callId the id of the call
	 */
	public void transferred(String callId) {
		calls(callId).forEach(ActiveCall::onTransferred);
	}

	private Stream<ActiveCall> calls(String callId) {
		return this.calls.stream().filter((call) -> call.caller().callId().equals(callId));
	}

	private Begun begin(ActiveCall call, PhoneDialect dialect, CallPlaces.Place place, CallEvents events) {
		call.setTraffic(this.service.traffic());
		CallSessions sessions = this.service.sessions();
		call.take(sessions.create(call.caller(), call, call.sink(), sessions.format(dialect.format())));
		this.calls.add(call);
		events.publish(new PhoneCallStarted(call));
		CallRecording recording = call.recording();
		if (recording != null) {
			CompletableFuture<?> kept = recording.finished();
			this.recordings.add(kept);
			kept.thenRun(() -> this.recordings.remove(kept));
		}
		call.ended().thenAccept((end) -> {
			this.calls.remove(call);
			place.release();
			events.publish(new PhoneCallEnded(call, end));
			if (recording != null) {
				recording.end();
			}
		});
		call.begin();
		return new Begun(call, events);
	}

	@Override
	public void start() {
		this.accepting = true;
		this.running = true;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		this.accepting = false;
		ends(this.settings.drainTimeout()).thenCompose((drained) -> {
			this.calls.forEach(ActiveCall::hangUp);
			return ends(HANG_UP_TIMEOUT);
		}).thenCompose((hungUp) -> all(this.recordings, HANG_UP_TIMEOUT)).whenComplete((kept, ex) -> {
			this.running = false;
			this.connections.forEach((connection) -> connection.close(CloseReasons.GOING_AWAY));
			callback.run();
		});
	}

	private CompletableFuture<?> ends(Duration timeout) {
		return all(this.calls.stream().map(ActiveCall::ended).toList(), timeout);
	}

	private static CompletableFuture<?> all(Collection<? extends CompletableFuture<?>> futures, Duration timeout) {
		return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
			.completeOnTimeout(null, timeout.toMillis(), TimeUnit.MILLISECONDS);
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
	 * Makes sessions, and hears of calls.
	 *
	 * @param sessions makes the sessions
	 * @param publisher is told what happens
	 * @param recordings begins recordings, or {@code null} if no call is recorded
	 * @param traffic is told what is wrong with the audio of callers, or {@code null} if
	 * nobody wants to know
	 * @param transfers decides whom calls may be transferred to
	 */
	public record Service(CallSessions sessions, Consumer<PhoneCallEvent> publisher,
			@Nullable CallRecordings recordings, @Nullable PhoneTraffic traffic, PhoneTransferPolicy transfers) {
	}

	/**
	 * Threads of the engine.
	 *
	 * @param connections those of the connections
	 * @param listeners runs the listeners of the application
	 */
	public record Threads(BridgeThreads connections, Executor listeners) {
	}

	/**
	 * A call that has begun.
	 *
	 * @param call the call
	 * @param events publishes what happens in it
	 */
	record Begun(ActiveCall call, CallEvents events) {

		void on(CarrierMessage message) {
			if (message instanceof CarrierMessage.Media media) {
				this.call.hear(media);
			}
			else if (message instanceof CarrierMessage.Mark mark) {
				this.call.played(mark);
			}
			else if (message instanceof CarrierMessage.Hold hold) {
				this.call.hold(hold);
			}
			else if (message instanceof CarrierMessage.Key key) {
				this.events.publish(new PhoneKeyPressed(this.call, key.key()));
			}
		}

	}

}
