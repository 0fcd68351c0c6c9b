package io.realtime4j.spring.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.TenantSpendingStore;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Internal exchange of what the sessions of tenants cost, with other nodes, now and then.
 * Without the database each node counts what it spends itself and what it knew of others;
 * what it could not tell, it tells later. When the application stops and its sessions
 * have ended, the rest is told within a few seconds.
 */
public final class SpendingExchange implements SmartLifecycle {

	static final int MAX_TENANTS = 10_000;

	private static final Log logger = LogFactory.getLog(SpendingExchange.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final String node = UUID.randomUUID().toString();

	private final TenantAccounts accounts;

	private final TenantSpendingStore store;

	private final Settings settings;

	private final Executor executor;

	private final ScheduledExecutorService scheduler;

	private CompletableFuture<?> current = CompletableFuture.completedFuture(null);

	private @Nullable ScheduledFuture<?> timer;

	private @Nullable LocalDate cleaned;

	private boolean failing;

	/**
	 * Create an exchange.
	 * @param accounts count at this node
	 * @param store has the amounts of all nodes
	 * @param settings how often it exchanges, and what it keeps
	 * @param executor waits for the store
	 * @param scheduler watches time
	 */
	public SpendingExchange(TenantAccounts accounts, TenantSpendingStore store, Settings settings, Executor executor,
			ScheduledExecutorService scheduler) {
		this.accounts = accounts;
		this.store = store;
		this.settings = settings;
		this.executor = executor;
		this.scheduler = scheduler;
	}

	@Override
	public int getPhase() {
		return this.settings.phase();
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public synchronized void start() {
		if (this.timer == null) {
			this.timer = this.scheduler.scheduleWithFixedDelay(this::submit, 0, this.settings.interval().toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.timer != null;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		last().completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.whenComplete((told, ex) -> callback.run());
	}

	private synchronized CompletableFuture<?> last() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
		// One that is under way may have begun before the last session had ended
		this.current = this.current.thenCompose((done) -> run());
		return this.current.copy();
	}

	private synchronized void submit() {
		if (this.timer != null && this.current.isDone()) {
			this.current = run();
		}
	}

	private CompletableFuture<?> run() {
		try {
			return CompletableFuture.runAsync(this::attempt, this.executor);
		}
		catch (RejectedExecutionException ex) {
			// The application stops
			return CompletableFuture.completedFuture(null);
		}
	}

	private void attempt() {
		try {
			exchange();
			if (this.failing) {
				this.failing = false;
				logger.info("Nodes tell each other again what tenants spend");
			}
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				this.failing = true;
				logger.warn("Nodes cannot tell each other what tenants spend: budgets of tenants hold for what each"
						+ " node knows until that is possible", ex);
			}
		}
	}

	private void exchange() {
		this.accounts.untold().forEach(this::tell);
		LocalDate today = this.accounts.today();
		this.accounts.learn(today, this.store.others(this.node, today, this.accounts.currency(),
				this.accounts.worthTelling(), MAX_TENANTS));
		if (!today.equals(this.cleaned)) {
			this.store.deleteBefore(today.minusDays(this.settings.keptDays()));
			this.cleaned = today;
		}
	}

	private void tell(LocalDate day, Map<String, BigDecimal> amounts) {
		this.store.write(this.node, day, this.accounts.currency(), amounts);
		this.accounts.told(day, amounts);
	}

	/**
	 * Settings of an exchange.
	 *
	 * @param interval the time between two exchanges
	 * @param keptDays how many days before today are kept
	 * @param phase the phase of the lifecycle, in which sessions have ended
	 */
	public record Settings(Duration interval, long keptDays, int phase) {

	}

}
