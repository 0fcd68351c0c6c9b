package io.realtime4j.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Tracker that measures the usage and the cost of sessions, and enforces their budgets.
 * <p>
 * It becomes part of a client as a {@link SessionInterceptor.Factory}, before what asks
 * for responses, such as tools, and gives each of its sessions {@link SessionUsage}.
 *
 * @since 0.1.0
 */
public final class UsageTracker implements SessionInterceptor.Factory {

	private final TrackerSettings settings;

	private UsageTracker(TrackerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return a builder.
	 * @param executor calls listeners, which may block; it should run many tasks at once
	 * @return the builder
	 */
	public static Builder builder(Executor executor) {
		return new Builder(executor);
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		if (SessionUsage.find(session) != null) {
			// Another tracker is first: two would tell everything twice
			return SessionInterceptor.none();
		}
		return new SessionUsageTracker(session, account(session));
	}

	/**
	 * Begin to measure a session, for what takes part in the sessions of another family.
	 * @param session the session
	 * @return its account
	 */
	public UsageAccount account(VoiceSession session) {
		return new UsageAccount(session, this.settings);
	}

	/**
	 * Builder of {@link UsageTracker}.
	 */
	public static final class Builder {

		private final Executor executor;

		private final List<UsageListener> listeners = new ArrayList<>();

		private Prices prices = Prices.none();

		private Budget budget = Budget.unlimited();

		private @Nullable TenantAccounts tenants;

		private ListenerErrorHandler errorHandler = (session, event, error) -> {
		};

		private Builder(Executor executor) {
			this.executor = Objects.requireNonNull(executor, "'executor' must not be null");
		}

		/**
		 * Set what models cost.
		 * @param prices the prices; none by default
		 * @return this builder
		 */
		public Builder prices(Prices prices) {
			this.prices = prices;
			return this;
		}

		/**
		 * Set the budget of each session that was not given one of its own by
		 * {@link Budget#limit}.
		 * @param budget the budget; without limits by default
		 * @return this builder
		 */
		public Builder budget(Budget budget) {
			this.budget = budget;
			return this;
		}

		/**
		 * Set the accounts of the tenants who pay for sessions. A {@link TenantAdmission}
		 * is to be given to the clients as well, so that no session begins when a budget
		 * is used up.
		 * @param tenants the accounts, or {@code null} for none
		 * @return this builder
		 */
		public Builder tenants(@Nullable TenantAccounts tenants) {
			this.tenants = tenants;
			return this;
		}

		/**
		 * Add a listener of what sessions use.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(UsageListener listener) {
			this.listeners.add(listener);
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
		 * Build the tracker.
		 * @return the tracker
		 */
		public UsageTracker build() {
			return new UsageTracker(new TrackerSettings(this.executor, this.prices, this.budget, this.tenants,
					List.copyOf(this.listeners), this.errorHandler));
		}

	}

}
