package io.realtime4j.session.engine;

import java.time.Duration;
import java.util.Iterator;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.InputAudioDropped;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionClosing;
import io.realtime4j.session.SessionConnecting;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * The lane of a session that is the library's own: it sees every event as it arrives,
 * keeps the state, and never blocks or runs code of the application. All of it runs under
 * the lock of the session.
 *
 * @param <E> the events of the server
 */
final class ControlLane<E extends RealtimeMessage> implements SessionConnectionListener<E, SessionConnection<E>> {

	private final SessionEnvironment environment;

	private final SessionProtocol<E> protocol;

	private final SessionDelivery<E> delivery;

	private final SessionExecution execution;

	private final SessionFutures futures;

	private final Connector connector;

	private final Inbox inbox;

	private final Outbox outbox;

	private final Reconnection reconnection;

	private final KeepAliveWatch keepAlive;

	private final HandOver<E> handOver;

	private final SessionTimer timer;

	private final OrderlyClose orderlyClose;

	private volatile SessionState state = SessionState.NEW;

	private volatile @Nullable SessionConnection<E> active;

	private final CloseCauses causes = new CloseCauses();

	private boolean openedBefore;

	ControlLane(SessionEnvironment environment, SessionProtocol<E> protocol, SessionDelivery<E> delivery,
			SessionExecution execution, SessionFutures futures) {
		this.environment = environment;
		this.protocol = protocol;
		this.delivery = delivery;
		this.execution = execution;
		this.futures = futures;
		this.connector = new Connector(environment, protocol, execution);
		this.inbox = new Inbox(environment.limits(), execution.listenerExecutor(),
				(entry) -> delivery.deliver(entry.message(), entry.json()), new ReadingPressure(() -> this.active));
		this.outbox = new Outbox(environment.limits(), protocol::onSending, this::onSent);
		this.reconnection = new Reconnection(environment.reconnect(), environment.clock());
		this.keepAlive = new KeepAliveWatch(environment, execution);
		this.handOver = new HandOver<>(environment);
		this.timer = new SessionTimer(environment.scheduler());
		this.orderlyClose = new OrderlyClose(environment, protocol, this.outbox, execution);
	}

	SessionState state() {
		return this.state;
	}

	void open() {
		this.execution.assertHeld();
		if (this.state == SessionState.NEW) {
			this.state = SessionState.CONNECTING;
			this.environment.activity().begin();
			tell(new SessionConnecting());
			this.connector.connect(newLink());
		}
	}

	private SessionConnection<E> newLink() {
		this.causes.renew();
		SessionConnection<E> fresh = connection(this.openedBefore);
		this.active = fresh;
		return fresh;
	}

	private SessionConnection<E> connection(boolean again) {
		return new SessionConnection<>(this, this.protocol.opening(again), this.environment, this.execution);
	}

	void send(OutboundFrame frame) {
		requireUsable();
		DroppedAudio dropped = this.outbox.dropped();
		long before = dropped.frames();
		this.outbox.put(frame);
		if (frame.isAudio() && before > 0 && dropped.frames() == before) {
			tell(new InputAudioDropped(before, this.protocol.durationOf(dropped.bytes())));
			dropped.reported();
		}
	}

	Inbox inbox() {
		return this.inbox;
	}

	Outbox outbox() {
		return this.outbox;
	}

	void requireRoom(int promised) {
		requireUsable();
		this.outbox.requireRoom(promised);
	}

	private void requireUsable() {
		open();
		if (this.state == SessionState.CLOSING || this.state == SessionState.CLOSED) {
			throw new SessionClosedException(this.causes.decided());
		}
	}

	/**
	 * Close the session.
	 * @param cause what listeners are told
	 * @param patience how long a response that runs may take to finish, zero to cancel it
	 */
	void close(CloseCause cause, Duration patience) {
		this.execution.assertHeld();
		if (this.state == SessionState.CLOSING && patience.isZero()) {
			this.orderlyClose.hurry();
		}
		if (this.state == SessionState.CLOSING || this.state == SessionState.CLOSED) {
			return;
		}
		boolean wasOpen = this.state == SessionState.OPEN;
		SessionConnection<E> current = this.active;
		if (current == null || current.isEnded()) {
			finish(cause);
			return;
		}
		this.causes.decide(cause);
		this.state = SessionState.CLOSING;
		tell(new SessionClosing());
		abandonHandOver(false);
		if (wasOpen) {
			this.orderlyClose.begin(current, patience);
		}
		else {
			current.close();
		}
	}

	void leave(ConnectionEnd end) {
		if (this.active != null && this.state == SessionState.OPEN) {
			this.active.abort(end);
		}
	}

	@Override
	public E decode(String text) {
		return this.protocol.decode(text);
	}

	@Override
	public void onEvent(SessionConnection<E> source, E event, String text) {
		this.execution.assertHeld();
		if (this.handOver.isBy(source)) {
			this.handOver.keep(event, text);
			source.advance(event);
		}
		else if (source.equals(this.active) && this.state != SessionState.CLOSED) {
			boolean opening = !source.opening().isDone();
			this.causes.onEvent(this.protocol.error(event));
			take(event, text, opening);
			if (opening) {
				source.advance(event);
			}
			else {
				proceed();
			}
		}
	}

	void proceed() {
		if (this.state == SessionState.CLOSING) {
			this.orderlyClose.proceed();
		}
		else {
			considerHandOver();
		}
	}

	private void take(E event, String text, boolean opening) {
		for (Iterator<E> told = this.protocol.complete(event).iterator(); told.hasNext();) {
			E next = told.next();
			SessionEvent news = this.protocol.onEvent(next, opening);
			if (this.protocol.isHeard(next) && this.delivery.intercept(next) && !told.hasNext()
					&& this.delivery.announce(next, text)) {
				this.inbox.put(next, text);
			}
			if (news != null) {
				tell(news);
			}
		}
		this.protocol.afterEvent();
	}

	@Override
	public void onProgress(SessionConnection<E> source) {
		RealtimeError refusal = source.opening().refusal();
		if (refusal != null) {
			giveUp(source, new SettingsRefused(refusal));
		}
		else if (source.isOpen() && this.state != SessionState.CLOSING) {
			onOpened(source);
		}
	}

	@Override
	public void onOpenTimedOut(SessionConnection<E> source) {
		giveUp(source, new OpenTimedOut(this.environment.timeouts().open(), source.opening().awaited()));
	}

	private void giveUp(SessionConnection<E> source, CloseCause cause) {
		if (source.equals(this.active) && this.state != SessionState.CLOSING) {
			this.causes.giveUp(cause);
			if (!canReconnectAfter(cause)) {
				this.causes.decide(cause);
				this.state = SessionState.CLOSING;
			}
		}
		source.closeOrGiveUp(cause.message());
	}

	private void onOpened(SessionConnection<E> source) {
		TransportConnection connection = source.connection();
		boolean takesOver = this.handOver.isBy(source);
		if (connection == null || (this.state == SessionState.OPEN && !takesOver)) {
			return;
		}
		int restoredItems = source.opening().restoredItems();
		source.opened();
		SessionConnection<E> old = this.active;
		this.active = source;
		if (takesOver) {
			this.handOver.complete((event, text) -> take(event, text, true));
		}
		boolean again = this.openedBefore;
		this.openedBefore = true;
		this.state = SessionState.OPEN;
		this.reconnection.opened();
		this.outbox.putFirst(this.protocol.onOpened(again));
		long lost = this.outbox.dropped().bytesSinceMark() + this.protocol.lostAudio();
		tell(again ? new SessionReconnected(restoredItems, this.protocol.durationOf(lost)) : this.protocol.opened());
		watch(source);
		this.outbox.connect(connection);
		this.futures.onOpened();
		if (takesOver && old != null) {
			old.close();
		}
	}

	private void watch(SessionConnection<E> source) {
		this.inbox.renewPressure();
		this.keepAlive.start(source);
		if (this.protocol.isRecoverable(true) && this.environment.reconnect().maxAttempts() > 0) {
			this.handOver.schedule(this.protocol.expiresAt(), () -> this.execution.run(this::considerHandOver));
		}
	}

	private void considerHandOver() {
		if (this.handOver.isRunning() && !this.protocol.isIdle()) {
			// Somebody speaks again: nothing may be cut off
			abandonHandOver(false);
		}
		else if (this.handOver.isDue() && this.state == SessionState.OPEN && this.protocol.isIdle()
				&& this.outbox.isIdle()) {
			this.outbox.disconnect(bufferedAudio());
			SessionConnection<E> fresh = connection(true);
			this.handOver.begin(fresh);
			this.connector.connectAsync(fresh, () -> this.handOver.isBy(fresh));
		}
	}

	private void abandonHandOver(boolean failed) {
		SessionConnection<E> current = this.active;
		if (this.handOver.isRunning()) {
			this.handOver.abandon(failed, () -> this.execution.run(this::considerHandOver));
			TransportConnection connection = (current != null && current.isOpen()) ? current.connection() : null;
			if (connection != null) {
				this.outbox.connect(connection);
			}
		}
	}

	@Override
	public void onEnd(SessionConnection<E> source, ConnectionEnd end) {
		this.execution.assertHeld();
		if (this.state == SessionState.CLOSED) {
			return;
		}
		if (this.handOver.isBy(source)) {
			abandonHandOver(true);
		}
		else if (source.equals(this.active)) {
			this.keepAlive.stop();
			this.handOver.cancel();
			CloseCause cause = this.causes.of(end);
			if (this.state != SessionState.CLOSING && canReconnectAfter(cause)) {
				reconnect(cause);
			}
			else {
				finish(cause);
			}
		}
	}

	private boolean canReconnectAfter(CloseCause cause) {
		return this.protocol.isRecoverable(this.openedBefore) && this.reconnection.isPossibleAfter(cause);
	}

	private void reconnect(CloseCause cause) {
		if (this.openedBefore && this.state == SessionState.OPEN) {
			this.state = SessionState.RECONNECTING;
			this.outbox.disconnect(bufferedAudio());
			this.protocol.onLost(cause, this.outbox::holds);
		}
		Duration delay = this.reconnection.next(cause);
		tell(new SessionReconnecting(this.reconnection.attempt(), cause, delay));
		this.timer.start(delay, () -> this.execution.run(() -> {
			SessionConnection<E> fresh = newLink();
			this.connector.connectAsync(fresh, () -> fresh.equals(this.active) && !fresh.isEnded());
		}));
	}

	private long bufferedAudio() {
		return this.protocol.bytesOf(this.environment.reconnect().bufferedAudio());
	}

	// The one place where a session ends
	private void finish(CloseCause cause) {
		this.timer.stop();
		this.orderlyClose.stop();
		this.keepAlive.stop();
		this.handOver.cancel();
		boolean begun = this.state != SessionState.NEW;
		this.causes.decide(cause);
		this.state = SessionState.CLOSED;
		this.outbox.clear();
		this.protocol.onClosed(new SessionClosedException(cause));
		tell(new SessionClosed(cause));
		this.futures.onClosed(cause);
		if (begun) {
			this.environment.activity().end();
		}
	}

	boolean isSuspended() {
		return this.active != null && this.active.isSuspended();
	}

	@Override
	public void tell(SessionEvent event) {
		this.delivery.intercept(event);
		this.inbox.put(event, null);
	}

	private void onSent(TransportConnection target, @Nullable Throwable error) {
		this.execution.run(() -> {
			if (error == null) {
				this.outbox.sent(target);
				considerHandOver();
			}
			else if (this.active != null && target.equals(this.active.connection())) {
				this.active.cut(SessionConnection.notSent(error));
			}
		});
	}

}
