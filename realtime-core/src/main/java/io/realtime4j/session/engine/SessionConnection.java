package io.realtime4j.session.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.FrameRejected;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a session, from the attempt to its end, and the opening on it. Takes
 * the lock of the session for what comes from the network; its other methods are called
 * under it. The owner hears of the end exactly once, whatever the network does.
 *
 * @param <E> the events of the server
 */
final class SessionConnection<E extends RealtimeMessage> implements ConnectionListener {

	private static final int NORMAL_CLOSURE = 1000;

	private final SessionConnectionListener<E, SessionConnection<E>> owner;

	private Opening<E> opening;

	private final SessionTimeouts timeouts;

	private final SessionExecution execution;

	private final SessionTimer timer;

	private final Deque<String> unsent = new ArrayDeque<>(1);

	private volatile @Nullable TransportConnection connection;

	private @Nullable Future<?> preparation;

	private @Nullable ConnectionEnd failure;

	private boolean sending;

	private volatile boolean suspended;

	private boolean ended;

	private boolean closing;

	private volatile boolean heard;

	SessionConnection(SessionConnectionListener<E, SessionConnection<E>> owner, Opening<E> opening,
			SessionEnvironment environment, SessionExecution execution) {
		this.owner = owner;
		this.opening = opening;
		this.timeouts = environment.timeouts();
		this.execution = execution;
		this.timer = new SessionTimer(environment.scheduler());
	}

	/**
	 * Begin with what has to be known before anything connects, such as credentials.
	 * @param preparation asks for it, and is cancelled when nobody waits any more
	 */
	void begin(Future<?> preparation) {
		this.preparation = preparation;
		begin();
	}

	private void begin() {
		startTimer(this.timeouts.open(), this::onOpenTimedOut);
	}

	void connect(RealtimeTransport transport, ConnectionRequest request) {
		begin();
		transport.connect(request, this);
	}

	private void onOpenTimedOut() {
		String awaited = this.opening.awaited();
		if (this.opening.settle()) {
			this.owner.tell(new AnswerTimedOut(awaited, this.timeouts.open(), null, null));
			this.owner.onProgress(this);
		}
		else {
			this.owner.onOpenTimedOut(this);
		}
	}

	Opening<E> opening() {
		return this.opening;
	}

	@Nullable TransportConnection connection() {
		return this.connection;
	}

	boolean isOpen() {
		return this.opening.isDone() && !this.ended && !this.closing;
	}

	boolean isEnded() {
		return this.ended;
	}

	/**
	 * Return whether anything was received since the last call.
	 */
	boolean takeHeard() {
		boolean result = this.heard;
		this.heard = false;
		return result;
	}

	boolean isSuspended() {
		return this.suspended;
	}

	/**
	 * Suspend reading. Called without the lock.
	 */
	void suspendReading() {
		TransportConnection current = this.connection;
		if (current != null) {
			this.suspended = true;
			current.suspendReading();
		}
	}

	/**
	 * Resume reading. Called without the lock.
	 */
	void resumeReading() {
		TransportConnection current = this.connection;
		if (current != null) {
			this.suspended = false;
			current.resumeReading();
		}
	}

	void ping() {
		TransportConnection current = this.connection;
		if (current != null) {
			current.ping();
		}
	}

	/**
	 * Forget how it was opened, which may be a long conversation.
	 */
	void opened() {
		this.timer.stop();
		this.opening = new Opened<>();
	}

	/**
	 * Close the connection in an orderly way, and cut it if that takes too long.
	 */
	void close() {
		if (this.ended || this.closing) {
			return;
		}
		this.closing = true;
		startTimer(this.timeouts.close(), () -> abort(new ConnectionLost("the server did not close it in time")));
		TransportConnection current = this.connection;
		if (current != null) {
			current.close(NORMAL_CLOSURE, "OK");
		}
	}

	/**
	 * Close the connection, or give the attempt to connect up.
	 */
	void closeOrGiveUp(String reason) {
		if (this.connection == null) {
			abort(new ConnectionLost(reason));
		}
		else {
			close();
		}
	}

	/**
	 * Cut the connection at once. If the server has sent a close frame, that frame is
	 * still the end.
	 */
	void cut(ConnectionLost reason) {
		if (this.ended) {
			return;
		}
		this.failure = reason;
		startTimer(this.timeouts.close(), () -> end(reason));
		abortConnection();
	}

	/**
	 * Cut the connection without waiting for anything.
	 */
	void abort(ConnectionEnd reason) {
		abortConnection();
		end(reason);
	}

	private void abortConnection() {
		TransportConnection current = this.connection;
		if (current != null) {
			current.abort();
		}
	}

	private void end(ConnectionEnd end) {
		if (!this.ended) {
			this.ended = true;
			this.timer.stop();
			this.unsent.clear();
			if (this.preparation != null) {
				this.preparation.cancel(true);
			}
			ConnectionEnd reason = (this.failure != null && end instanceof ConnectionLost) ? this.failure : end;
			this.owner.onEnd(this, reason);
		}
	}

	@Override
	public void onOpen(TransportConnection opened) {
		this.execution.run(() -> {
			if (this.ended) {
				// It comes too late and nobody watches it
				opened.abort();
				return;
			}
			this.connection = opened;
			this.heard = true;
			if (this.closing) {
				opened.close(NORMAL_CLOSURE, "OK");
			}
			else {
				send(this.opening.onHandshake());
				this.owner.onProgress(this);
			}
		});
	}

	@Override
	public void onText(String text) {
		this.heard = true;
		E event;
		try {
			event = this.owner.decode(text);
		}
		catch (RealtimeCodecException ex) {
			reject(String.valueOf(ex.getMessage()));
			return;
		}
		this.execution.run(() -> {
			if (!this.ended) {
				this.owner.onEvent(this, event, text);
			}
		});
	}

	@Override
	public void onBinary(int size) {
		reject("A binary frame of " + size + " bytes: the protocol has text frames only");
	}

	private void reject(String problem) {
		this.execution.run(() -> this.owner.tell(new FrameRejected(problem)));
	}

	@Override
	public void onActivity() {
		this.heard = true;
	}

	@Override
	public void onEnd(ConnectionEnd end) {
		this.execution.run(() -> end(end));
	}

	/**
	 * Receive an event while the connection is being opened.
	 */
	void advance(E event) {
		if (!this.closing) {
			send(this.opening.onEvent(event));
			this.owner.onProgress(this);
		}
	}

	private void send(List<String> texts) {
		// One that cannot be sent would fail each attempt to come back
		texts.forEach((text) -> this.unsent.add(WellFormedText.of(text)));
		sendNext();
	}

	private void sendNext() {
		TransportConnection target = this.connection;
		String text = (target != null && !this.sending) ? this.unsent.poll() : null;
		if (target == null || text == null) {
			return;
		}
		this.sending = true;
		try {
			target.send(text).whenComplete((nothing, ex) -> this.execution.run(() -> sent(ex)));
		}
		catch (RuntimeException ex) {
			sent(ex);
		}
	}

	private void sent(@Nullable Throwable error) {
		this.sending = false;
		if (error == null) {
			sendNext();
		}
		else {
			cut(notSent(error));
		}
	}

	static ConnectionLost notSent(Throwable error) {
		return new ConnectionLost("a frame could not be sent (" + error.getClass().getName() + ")");
	}

	private void startTimer(Duration delay, Runnable action) {
		this.timer.start(delay, () -> this.execution.run(action));
	}

}
