package io.realtime4j.session.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.ReconnectPolicy;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.transport.ConnectionEnd;
import org.jspecify.annotations.Nullable;

/**
 * Internal engine of sessions of every protocol family: connections, order, bounds,
 * recovery and the end. Families add their protocols. All methods may be called by any
 * thread and none of them blocks.
 *
 * @param <E> the events of the server
 * @param <P> the protocol
 * @since 0.1.0
 */
public final class SessionEngine<E extends RealtimeMessage, P extends SessionProtocol<E>> {

	private final String id = "rts_" + UUID.randomUUID().toString().replace("-", "");

	private final AtomicLong eventIds = new AtomicLong();

	private final UnaryOperator<Runnable> context;

	private final SessionExecution execution;

	private final SessionFutures futures;

	private final SessionEnvironment environment;

	private final SessionPort port;

	private final P protocol;

	private final SessionCourse course;

	private final ControlLane<E> control;

	/**
	 * Create an engine.
	 * @param environment what all sessions share
	 * @param protocol makes the protocol of this session
	 * @param delivery takes what happens to those who hear of it
	 * @throws io.realtime4j.session.context.SessionNotAdmittedException if no session may
	 * begin
	 */
	public SessionEngine(SessionEnvironment environment, SessionProtocol.Factory<P> protocol,
			SessionDelivery<E> delivery) {
		environment.admit();
		this.environment = environment;
		this.context = environment.context().begin(this.id);
		this.execution = new SessionExecution(new SessionExecutor(environment.listenerExecutor(), this.context));
		this.futures = new SessionFutures(this.execution);
		this.port = new Port();
		this.protocol = protocol.create(this.port);
		this.course = new SessionCourse(environment.clock());
		this.control = new ControlLane<>(environment, this.protocol, new FollowedDelivery<>(delivery, this.course),
				this.execution, this.futures);
	}

	/**
	 * Return the id of the session.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return the state of the session.
	 * @return the state
	 */
	public SessionState state() {
		return this.control.state();
	}

	/**
	 * Return the protocol, whose state is guarded by the lock of the session.
	 * @return the protocol
	 */
	public P protocol() {
		return this.protocol;
	}

	/**
	 * Return the operations for those who take part in the session, which use them under
	 * its lock.
	 * @return the port
	 */
	public SessionPort port() {
		return this.port;
	}

	/**
	 * Return an id for an event that has none.
	 * @return an id that no other event has
	 */
	public String nextEventId() {
		return "event_" + this.id + "_" + this.eventIds.incrementAndGet();
	}

	/**
	 * Open the session, unless it was opened before.
	 * @return completes when it is open; fails with {@link SessionClosedException} if it
	 * ends before
	 */
	public CompletableFuture<Boolean> open() {
		run(() -> this.control.open());
		return this.futures.opened();
	}

	Runnable inContext(Runnable task) {
		return this.context.apply(task);
	}

	SessionExecutor listenerExecutor() {
		return this.execution.listenerExecutor();
	}

	SessionEnvironment environment() {
		return this.environment;
	}

	long waitingToBeSent() {
		return this.control.outbox().size();
	}

	/**
	 * Return how much waits for listeners and for the server.
	 * @return the size, in bytes or characters
	 */
	public long waitingSize() {
		return this.control.inbox().size() + this.control.outbox().size();
	}

	/**
	 * Return the figures of the session, without waiting for its lock.
	 * @return the figures at this moment
	 */
	public VoiceSession.Statistics statistics() {
		return this.course.statistics(this.control.inbox(), this.control.outbox());
	}

	/**
	 * Return a future for the end of the session.
	 * @return completes with the cause
	 */
	public CompletableFuture<CloseCause> closed() {
		return this.futures.closed();
	}

	/**
	 * Begin to close the session, by the application.
	 */
	public void close() {
		close(new ClosedByApplication(), Duration.ZERO);
	}

	/**
	 * Begin to close the session.
	 * @param cause why
	 * @param patience how long a response that runs may take to finish, zero to cancel it
	 */
	public void close(CloseCause cause, Duration patience) {
		run(() -> this.control.close(cause, patience));
	}

	/**
	 * Send a frame when it is its turn, and open the session if that was not done yet.
	 * @param frame the frame
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 */
	public void send(OutboundFrame frame) {
		run(() -> this.control.send(frame));
	}

	/**
	 * Make sure that something may be sent later, and open the session if that was not
	 * done yet. Called under the lock.
	 * @param promised how many frames were promised room already
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 */
	public void requireRoom(int promised) {
		this.control.requireRoom(promised);
	}

	/**
	 * Run something under the lock of the session.
	 * @param <T> the type of the result
	 * @param action what to run
	 * @return its result
	 */
	public <T extends @Nullable Object> T locked(Supplier<T> action) {
		return this.execution.call(action);
	}

	/**
	 * Run something under the lock of the session.
	 * @param action what to run
	 */
	public void run(Runnable action) {
		this.execution.run(action);
	}

	/**
	 * The operations that the protocol may use as soon as the session runs.
	 */
	private final class Port implements SessionPort {

		@Override
		public void sendPromised(OutboundFrame frame) {
			SessionEngine.this.control.outbox().putPromised(frame);
		}

		@Override
		public boolean withdraw(String eventId) {
			return SessionEngine.this.control.outbox().withdraw(eventId);
		}

		@Override
		public void complete(Runnable completion) {
			SessionEngine.this.execution.async(completion);
		}

		@Override
		public void locked(Runnable action) {
			SessionEngine.this.run(action);
		}

		@Override
		public void tell(SessionEvent event) {
			SessionEngine.this.control.tell(event);
		}

		@Override
		public void leave(ConnectionEnd end) {
			SessionEngine.this.control.leave(end);
		}

		@Override
		public String nextEventId() {
			return SessionEngine.this.nextEventId();
		}

		@Override
		public AnswerWait await(Duration timeout, Runnable action) {
			ControlLane<E> lane = SessionEngine.this.control;
			return new AnswerWait(SessionEngine.this.environment.scheduler(), timeout,
					SessionEngine.this.execution::run, lane::isSuspended, () -> {
						action.run();
						lane.proceed();
					});
		}

		@Override
		public InstantSource clock() {
			return SessionEngine.this.environment.clock();
		}

		@Override
		public SessionTimeouts timeouts() {
			return SessionEngine.this.environment.timeouts();
		}

		@Override
		public SessionLimits limits() {
			return SessionEngine.this.environment.limits();
		}

		@Override
		public Duration bufferedAudio() {
			ReconnectPolicy reconnect = SessionEngine.this.environment.reconnect();
			return (reconnect.maxAttempts() > 0) ? reconnect.bufferedAudio() : Duration.ZERO;
		}

	}

}
