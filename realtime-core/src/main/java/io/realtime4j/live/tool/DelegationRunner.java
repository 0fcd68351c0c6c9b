package io.realtime4j.live.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.delegation.DelegationSettings;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.model.Toggle;
import io.realtime4j.session.ListenerErrorHandler;
import org.jspecify.annotations.Nullable;

/**
 * Runner for the work that live sessions delegate to the application, with the delegation
 * {@code client}. Every delegation is answered once, whatever happens to it: by what the
 * {@link DelegationHandler} gives, or by a few words about why there is no answer.
 * Delegations of a session run in parallel, on threads for delegated work.
 * <p>
 * It becomes part of a client as a {@link LiveInterceptor.Factory}, and gives each of its
 * sessions {@link LiveDelegations}. A session has the handler that it was given by
 * {@link #equip}, or that of the runner. Work goes on while a lost connection comes back,
 * and its answer is then told to the new session of the server. Of several sessions that
 * are attached to one session of the server, only one should have a runner.
 *
 * @since 0.1.0
 */
public final class DelegationRunner implements LiveInterceptor.Factory {

	private final DelegationRunnerSettings settings;

	private DelegationRunner(DelegationRunnerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return a builder.
	 * @param executor runs handlers, which may block; it should run many tasks at once
	 * @param scheduler watches time-outs; one thread is enough
	 * @return the builder
	 */
	public static Builder builder(Executor executor, ScheduledExecutorService scheduler) {
		return new Builder(executor, scheduler);
	}

	@Override
	public LiveInterceptor create(LiveSession session) {
		if (session.feature(LiveDelegations.class) != null) {
			// Another runner is first: two would answer each delegation twice
			return LiveInterceptor.none();
		}
		DelegationHandler own = session.feature(DelegationHandler.class);
		return new ClientDelegations(session, this.settings, (own != null) ? own : this.settings.handler());
	}

	/**
	 * Give a session a handler of its own, and declare that the application does its
	 * work. An attached session has no settings: there work is done only.
	 * @param spec the builder of what the session shall be, with its settings
	 * @param handler does the work
	 * @return the same builder
	 * @throws IllegalArgumentException if the settings delegate the work to somebody else
	 */
	public static LiveSpec.Builder equip(LiveSpec.Builder spec, DelegationHandler handler) {
		if (spec.build().attachedTo() == null) {
			Toggle<DelegationSettings> delegation = spec.settings().delegation();
			if (delegation != null && !(delegation.value() instanceof ClientDelegation)) {
				throw new IllegalArgumentException(
						"Only a session with the delegation 'client' can have a DelegationHandler: give it that one, or"
								+ " leave the delegation out");
			}
			if (delegation == null) {
				spec.settings((settings) -> settings.delegation(ClientDelegation.of()));
			}
		}
		return spec.feature(DelegationHandler.class, handler);
	}

	/**
	 * Builder of {@link DelegationRunner}.
	 */
	public static final class Builder {

		private final Executor executor;

		private final ScheduledExecutorService scheduler;

		private final List<DelegationListener> listeners = new ArrayList<>();

		private @Nullable Executor listenerExecutor;

		private @Nullable DelegationHandler handler;

		private Duration timeout = Duration.ofMinutes(2);

		private Duration settleTime = Duration.ofMillis(400);

		private int maxRunning = 8;

		private ListenerErrorHandler errorHandler = (session, event, error) -> {
		};

		private Builder(Executor executor, ScheduledExecutorService scheduler) {
			this.executor = Objects.requireNonNull(executor, "'executor' must not be null");
			this.scheduler = Objects.requireNonNull(scheduler, "'scheduler' must not be null");
		}

		/**
		 * Set the handler of sessions that have none of their own by
		 * {@link DelegationRunner#equip}. Without any, the model is told that nobody can
		 * do the work.
		 * @param handler the handler
		 * @return this builder
		 */
		public Builder handler(DelegationHandler handler) {
			this.handler = handler;
			return this;
		}

		/**
		 * Set the maximum time for delegated work, from the start of the handler.
		 * @param timeout the time-out, longer than zero; two minutes by default
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			if (timeout.isNegative() || timeout.isZero()) {
				throw new IllegalArgumentException("'timeout' must be longer than zero");
			}
			this.timeout = timeout;
			return this;
		}

		/**
		 * Set how long to wait for words that are transcribed after the work was
		 * delegated, since they say what it is. Each word renews the wait, up to two
		 * seconds in all; there is none when the words up to the delegation are known.
		 * @param settleTime the time without words, zero to wait for none; 400 ms by
		 * default
		 * @return this builder
		 */
		public Builder settleTime(Duration settleTime) {
			if (settleTime.isNegative()) {
				throw new IllegalArgumentException("'settleTime' must not be negative");
			}
			this.settleTime = settleTime;
			return this;
		}

		/**
		 * Set the maximum number of delegations of one session that are open at once. The
		 * model is told that there are too many when it delegates more.
		 * @param maxRunning the number, at least one; 8 by default
		 * @return this builder
		 */
		public Builder maxRunning(int maxRunning) {
			if (maxRunning < 1) {
				throw new IllegalArgumentException("'maxRunning' must be positive");
			}
			this.maxRunning = maxRunning;
			return this;
		}

		/**
		 * Add a listener for events of delegated work.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(DelegationListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Set the executor for listeners; by default that of the handlers.
		 * @param listenerExecutor the executor
		 * @return this builder
		 */
		public Builder listenerExecutor(Executor listenerExecutor) {
			this.listenerExecutor = listenerExecutor;
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
		 * Build the runner.
		 * @return the runner
		 */
		public DelegationRunner build() {
			Executor forListeners = (this.listenerExecutor != null) ? this.listenerExecutor : this.executor;
			return new DelegationRunner(new DelegationRunnerSettings(this.executor, forListeners, this.scheduler,
					this.handler, this.timeout, this.settleTime, this.maxRunning, this.listeners, this.errorHandler));
		}

	}

}
