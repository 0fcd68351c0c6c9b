package io.realtime4j.session.realtime;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ReconnectPolicy;
import io.realtime4j.session.SessionActivity;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.context.SessionAdmission;
import io.realtime4j.session.context.SessionContext;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.session.engine.LiveSessions;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.transport.KeepAlive;
import io.realtime4j.transport.RealtimeTransport;
import org.jspecify.annotations.Nullable;

/**
 * Default implementation of {@link RealtimeClient}, over a {@link RealtimeTransport}. It
 * creates no threads: the executors that it is given are closed by their owner.
 *
 * @since 0.1.0
 */
public final class DefaultRealtimeClient implements RealtimeClient {

	private final SessionEnvironment environment;

	private final RealtimeCodec codec;

	private final List<RealtimeListener> listeners;

	private final List<SessionInterceptor.Factory> interceptors;

	private final @Nullable Supplier<SessionSpec> defaultSpec;

	private final LiveSessions<RealtimeSession> sessions;

	private DefaultRealtimeClient(SessionEnvironment environment, Builder builder) {
		this.environment = environment;
		this.sessions = new LiveSessions<>(environment);
		RealtimeEndpoint endpoint = environment.endpoint();
		this.codec = endpoint.provider().codec(endpoint.dialect());
		this.listeners = List.copyOf(builder.listeners);
		this.interceptors = List.copyOf(builder.interceptors);
		this.defaultSpec = builder.defaultSpec;
	}

	/**
	 * Return a builder.
	 * @param transport opens the connections
	 * @param endpoint the server
	 * @return the builder
	 */
	public static Builder builder(RealtimeTransport transport, RealtimeEndpoint endpoint) {
		return new Builder(transport, endpoint);
	}

	@Override
	public SessionSpec defaultSpec() {
		if (this.defaultSpec == null) {
			throw new IllegalStateException(
					"The client has no default: give its builder a 'defaultSpec', or open a session by a SessionSpec");
		}
		return this.defaultSpec.get();
	}

	@Override
	public RealtimeSession open(SessionSpec spec) {
		RealtimeSession session = create(spec);
		session.open();
		return session;
	}

	@Override
	public RealtimeSession create(SessionSpec spec) {
		return this.sessions.add(new DefaultRealtimeSession(this.environment, this.codec, spec,
				new SessionParticipants(this.listeners, this.interceptors, this.sessions)));
	}

	/**
	 * Return the environment of the sessions, for clients of other protocol families.
	 * @return the environment
	 */
	public SessionEnvironment environment() {
		return this.environment;
	}

	@Override
	public boolean isClosedToSessions() {
		return this.environment.admission().refusal() != null;
	}

	@Override
	public void requireAdmission(SessionSpec spec) {
		this.environment.admit(SessionTraits.of(spec));
	}

	@Override
	public List<RealtimeSession> sessions() {
		return this.sessions.all();
	}

	@Override
	public void close() {
		this.sessions.close();
	}

	/**
	 * Builder of {@link DefaultRealtimeClient}.
	 */
	public static final class Builder {

		private RealtimeTransport transport;

		private final RealtimeEndpoint endpoint;

		private @Nullable Executor listenerExecutor;

		private @Nullable ScheduledExecutorService scheduler;

		private SessionLimits limits = SessionLimits.defaults();

		private SessionTimeouts timeouts = SessionTimeouts.defaults();

		private KeepAlive keepAlive = KeepAlive.defaults();

		private ReconnectPolicy reconnect = ReconnectPolicy.defaults();

		private SessionActivity activity = SessionActivity.none();

		private SessionContext context = SessionContext.none();

		private SessionAdmission admission = SessionAdmission.open();

		private Clock clock = Clock.systemUTC();

		private final List<RealtimeListener> listeners = new ArrayList<>();

		private final List<SessionInterceptor.Factory> interceptors = new ArrayList<>();

		private @Nullable Supplier<SessionSpec> defaultSpec;

		private ListenerErrorHandler errorHandler = (session, event, error) -> {
		};

		private Builder(RealtimeTransport transport, RealtimeEndpoint endpoint) {
			this.transport = transport;
			this.endpoint = endpoint;
		}

		/**
		 * Set the default specification of sessions.
		 * @param defaultSpec the specification that {@link RealtimeClient#open()} and its
		 * siblings begin from
		 * @return this builder
		 */
		public Builder defaultSpec(SessionSpec defaultSpec) {
			return defaultSpec(() -> defaultSpec);
		}

		/**
		 * Set a supplier of the default specification, which is called for each session
		 * that starts from it.
		 * @param defaultSpec gives the specification
		 * @return this builder
		 */
		public Builder defaultSpec(Supplier<SessionSpec> defaultSpec) {
			this.defaultSpec = defaultSpec;
			return this;
		}

		/**
		 * Set the executor for listeners and futures. Required. It should run many tasks
		 * in parallel, since listeners may block.
		 * @param listenerExecutor the executor
		 * @return this builder
		 */
		public Builder listenerExecutor(Executor listenerExecutor) {
			this.listenerExecutor = listenerExecutor;
			return this;
		}

		/**
		 * Set the scheduler for time-outs. Required. One thread is enough.
		 * @param scheduler the scheduler
		 * @return this builder
		 */
		public Builder scheduler(ScheduledExecutorService scheduler) {
			this.scheduler = scheduler;
			return this;
		}

		/**
		 * Set the limits of what is queued for a session.
		 * @param limits the limits
		 * @return this builder
		 */
		public Builder limits(SessionLimits limits) {
			this.limits = limits;
			return this;
		}

		/**
		 * Set the time-outs of the steps of a session.
		 * @param timeouts the time-outs
		 * @return this builder
		 */
		public Builder timeouts(SessionTimeouts timeouts) {
			this.timeouts = timeouts;
			return this;
		}

		/**
		 * Set how dead connections are detected.
		 * @param keepAlive the settings
		 * @return this builder
		 */
		public Builder keepAlive(KeepAlive keepAlive) {
			this.keepAlive = keepAlive;
			return this;
		}

		/**
		 * Set the policy for reconnecting.
		 * @param reconnect the policy
		 * @return this builder
		 */
		public Builder reconnect(ReconnectPolicy reconnect) {
			this.reconnect = reconnect;
			return this;
		}

		/**
		 * Set the clock, against which the server's time limit of a session is measured.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Set the callback for counting active sessions.
		 * @param activity counts them
		 * @return this builder
		 */
		public Builder activity(SessionActivity activity) {
			this.activity = activity;
			return this;
		}

		/**
		 * Decorate the transport, such as to observe how connections are opened.
		 * @param decorator makes of the transport the one that is used
		 * @return this builder
		 */
		public Builder decorateTransport(UnaryOperator<RealtimeTransport> decorator) {
			this.transport = decorator.apply(this.transport);
			return this;
		}

		/**
		 * Set the context that listeners, futures, tools and guardrails run in.
		 * @param context begins the context of each session
		 * @return this builder
		 */
		public Builder context(SessionContext context) {
			this.context = context;
			return this;
		}

		/**
		 * Set what decides whether sessions may begin.
		 * @param admission decides it, for each session
		 * @return this builder
		 */
		public Builder admission(SessionAdmission admission) {
			this.admission = admission;
			return this;
		}

		/**
		 * Add a listener to all sessions.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(RealtimeListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Add an interceptor to all sessions, which is called on their control lanes.
		 * @param interceptor makes it, once for each session
		 * @return this builder
		 */
		public Builder interceptor(SessionInterceptor.Factory interceptor) {
			this.interceptors.add(interceptor);
			return this;
		}

		/**
		 * Set the handler for exceptions thrown by listeners, which are ignored
		 * otherwise.
		 * @param errorHandler the handler
		 * @return this builder
		 */
		public Builder errorHandler(ListenerErrorHandler errorHandler) {
			this.errorHandler = errorHandler;
			return this;
		}

		/**
		 * Build the client.
		 * @return the client
		 * @throws NullPointerException if an executor is not set
		 */
		public DefaultRealtimeClient build() {
			Executor executor = Objects.requireNonNull(this.listenerExecutor, "'listenerExecutor' must be set");
			ScheduledExecutorService timer = Objects.requireNonNull(this.scheduler, "'scheduler' must be set");
			return new DefaultRealtimeClient(new SessionEnvironment(this.transport, this.endpoint, executor, timer,
					this.clock, this.limits, this.timeouts, this.keepAlive, this.reconnect, this.errorHandler,
					this.activity, this.context, this.admission), this);
		}

	}

}
