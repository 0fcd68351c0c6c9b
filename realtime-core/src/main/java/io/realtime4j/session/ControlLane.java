package io.realtime4j.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * The lane of a session that is the library's own: it sees every event as it arrives,
 * keeps the state, and never blocks or runs code of the application. Its methods are
 * called under the lock of the session; what comes from the network takes it here.
 */
final class ControlLane implements ConnectionListener {

	private static final int NORMAL_CLOSURE = 1000;

	private static final int FIRST_SERVICE_CODE = 3000;

	private final SessionContext context;

	private final SessionSpec spec;

	private final ReentrantLock lock;

	private final ControlOutcome outcome;

	private final Inbox inbox;

	private final Outbox outbox;

	private final ResponseSequencer responses;

	private final PendingUpdates updates;

	private final OpeningSequence opening;

	private final SessionTimer timer;

	private volatile SessionState state = SessionState.NEW;

	private volatile @Nullable SessionSettings settings;

	private volatile Conversation conversation = Conversation.empty();

	private volatile @Nullable TransportConnection connection;

	private @Nullable RealtimeError lastError;

	private @Nullable CloseCause closeCause;

	private @Nullable ConnectionLost sendFailure;

	ControlLane(SessionContext context, SessionSpec spec, ReentrantLock lock, ControlOutcome outcome) {
		this.context = context;
		this.spec = spec;
		this.lock = lock;
		this.outcome = outcome;
		this.inbox = new Inbox(context.limits(), context.listenerExecutor(), outcome::deliver, new ReadingPressure());
		this.outbox = new Outbox(context.limits(), this::onSent);
		this.responses = new ResponseSequencer(this::sendRequest, outcome::complete);
		this.updates = new PendingUpdates(outcome::complete);
		this.opening = new OpeningSequence(spec, context.codec(), outcome.nextEventId());
		this.timer = new SessionTimer(context.scheduler());
	}

	SessionState state() {
		return this.state;
	}

	@Nullable SessionSettings settings() {
		return this.settings;
	}

	Conversation conversation() {
		return this.conversation;
	}

	@Nullable String activeResponse() {
		return this.responses.activeResponse();
	}

	void open() {
		if (this.state != SessionState.NEW) {
			return;
		}
		this.state = SessionState.CONNECTING;
		tell(new SessionConnecting());
		Duration timeout = this.context.timeouts().open();
		startTimer(timeout, () -> endWith(new OpenTimedOut(timeout, this.opening.awaited())));
		connect();
	}

	private void connect() {
		RealtimeEndpoint endpoint = this.context.endpoint();
		try {
			Map<String, String> headers = new HashMap<>(endpoint.headers().get());
			if (endpoint.dialect() == Dialect.BETA) {
				headers.put("OpenAI-Beta", "realtime=v1");
			}
			this.context.transport()
				.connect(new ConnectionRequest(EndpointUris.uri(endpoint.baseUrl(), this.spec), headers, List.of(),
						this.context.timeouts().connect()), this);
		}
		catch (RuntimeException ex) {
			// Its message may hold credentials
			finish(new ConnectionEnded(
					new ConnectFailed("the connection could not be begun (" + ex.getClass().getName() + ")"), null));
		}
	}

	void send(String text, boolean audio) {
		requireUsable();
		this.outbox.put(text, audio);
	}

	CompletableFuture<SessionUpdated> update(String eventId, String text) {
		requireUsable();
		this.outbox.put(text, false);
		return this.updates.add(eventId);
	}

	CompletableFuture<ResponseDone> request(ResponseCreate event) {
		requireUsable();
		this.outbox.requireRoom(this.responses.waiting());
		return this.responses.request(event);
	}

	void close() {
		if (this.state == SessionState.NEW) {
			finish(new ClosedByApplication());
		}
		else if (this.state == SessionState.OPEN || this.state == SessionState.CONNECTING) {
			this.closeCause = new ClosedByApplication();
			boolean wasOpen = this.state == SessionState.OPEN;
			this.state = SessionState.CLOSING;
			tell(new SessionClosing());
			startTimer(this.context.timeouts().close(), this::abort);
			if (wasOpen) {
				this.outbox.whenEmpty(() -> closeConnection(NORMAL_CLOSURE, "OK"));
			}
			else {
				closeConnection(NORMAL_CLOSURE, "OK");
			}
		}
	}

	private void tell(SessionEvent event) {
		this.outcome.intercept(event);
		this.inbox.put(event, null);
	}

	private void requireUsable() {
		open();
		CloseCause cause = this.closeCause;
		if (this.state == SessionState.CLOSING || this.state == SessionState.CLOSED) {
			throw new SessionClosedException((cause != null) ? cause : new ClosedByApplication());
		}
	}

	private void sendRequest(ResponseCreate event) {
		this.outbox.putPromised(this.context.codec().encode(event));
	}

	@Override
	public void onOpen(TransportConnection opened) {
		underLock(() -> {
			if (this.state == SessionState.CLOSED) {
				// It comes too late and nobody watches it
				opened.abort();
				return;
			}
			this.connection = opened;
			if (this.state == SessionState.CONNECTING) {
				this.outbox.connect(opened);
				advanceOpening(this.opening.onHandshake());
			}
			else {
				closeConnection(NORMAL_CLOSURE, "OK");
			}
		});
	}

	@Override
	public void onText(String text) {
		ServerEvent event;
		try {
			event = this.context.codec().decodeServerEvent(text);
		}
		catch (RealtimeCodecException ex) {
			reject(String.valueOf(ex.getMessage()));
			return;
		}
		underLock(() -> onEvent(event, text));
	}

	@Override
	public void onBinary(int size) {
		reject("A binary frame of " + size + " bytes: the protocol has text frames only");
	}

	private void reject(String problem) {
		underLock(() -> this.inbox.put(new FrameRejected(problem), null));
	}

	@Override
	public void onEnd(ConnectionEnd end) {
		underLock(() -> finish(cause(end)));
	}

	private CloseCause cause(ConnectionEnd end) {
		if (this.closeCause instanceof SettingsRefused refused && end instanceof Closed closed
				&& closed.code() >= FIRST_SERVICE_CODE) {
			// The server closed by itself: it refuses more than the settings
			return new ConnectionEnded(end, refused.error());
		}
		if (this.closeCause != null) {
			return this.closeCause;
		}
		ConnectionLost failure = this.sendFailure;
		return new ConnectionEnded((failure != null && end instanceof ConnectionLost) ? failure : end, this.lastError);
	}

	private void onEvent(ServerEvent event, String text) {
		if (this.state == SessionState.CLOSED) {
			return;
		}
		this.lastError = (event instanceof ErrorEvent error) ? error.error() : null;
		if (event instanceof SessionCreated created) {
			this.settings = created.session();
		}
		else if (event instanceof SessionUpdated updated) {
			this.settings = updated.session();
		}
		this.conversation = this.conversation.apply(event);
		this.responses.onEvent(event);
		if (this.outcome.intercept(event)) {
			this.inbox.put(event, text);
		}
		if (this.state == SessionState.CONNECTING) {
			advanceOpening(this.opening.onEvent(event));
		}
		else {
			this.updates.onEvent(event);
		}
	}

	private void advanceOpening(@Nullable String update) {
		if (update != null) {
			this.outbox.putOpening(update);
		}
		RealtimeError refusal = this.opening.refusal();
		if (refusal != null) {
			endWith(new SettingsRefused(refusal));
		}
		else if (this.opening.isDone() && this.state == SessionState.CONNECTING) {
			onOpened();
		}
	}

	private void onOpened() {
		this.timer.stop();
		this.state = SessionState.OPEN;
		tell(new SessionOpened(this.settings));
		this.outbox.openGate();
		this.outcome.onOpened();
	}

	// End the session for a reason of this side
	private void endWith(CloseCause cause) {
		if (this.state == SessionState.CONNECTING && this.connection == null) {
			finish(cause);
		}
		else if (this.state == SessionState.CONNECTING) {
			this.closeCause = cause;
			this.state = SessionState.CLOSING;
			startTimer(this.context.timeouts().close(), this::abort);
			closeConnection(NORMAL_CLOSURE, "OK");
		}
	}

	private void closeConnection(int code, String reason) {
		TransportConnection current = this.connection;
		if (current != null) {
			current.close(code, reason);
		}
	}

	private void abort() {
		TransportConnection current = this.connection;
		if (current != null) {
			current.abort();
		}
		finish(cause(new ConnectionLost("the server did not close it in time")));
	}

	// The one place where a session ends
	private void finish(CloseCause cause) {
		if (this.state == SessionState.CLOSED) {
			return;
		}
		this.timer.stop();
		this.closeCause = cause;
		this.state = SessionState.CLOSED;
		this.connection = null;
		this.outbox.clear();
		SessionClosedException failure = new SessionClosedException(cause);
		this.responses.fail(failure);
		this.updates.fail(failure);
		tell(new SessionClosed(cause));
		this.outcome.onClosed(cause);
	}

	private void onSent(TransportConnection target, @Nullable Throwable error) {
		underLock(() -> {
			if (!target.equals(this.connection)) {
				return;
			}
			if (error == null) {
				this.outbox.sent();
				return;
			}
			this.outbox.disconnect();
			this.sendFailure = new ConnectionLost("a frame could not be sent (" + error.getClass().getName() + ")");
			startTimer(this.context.timeouts().close(), this::abort);
			target.abort();
		});
	}

	private void startTimer(Duration delay, Runnable action) {
		this.timer.start(delay, () -> underLock(action));
	}

	private void underLock(Runnable action) {
		this.lock.lock();
		try {
			action.run();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Stops and starts reading from the network.
	 */
	private final class ReadingPressure implements Inbox.Pressure {

		@Override
		public void suspend() {
			TransportConnection current = ControlLane.this.connection;
			if (current != null) {
				current.suspendReading();
			}
		}

		@Override
		public void resume() {
			TransportConnection current = ControlLane.this.connection;
			if (current != null) {
				current.resumeReading();
			}
		}

	}

}
