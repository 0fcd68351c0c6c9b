package io.realtime4j.spring.bridge.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.realtime4j.spring.bridge.SessionCountStore;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;

/**
 * Internal exchange of how many sessions users have, with other nodes, now and then. They
 * are told by a hash of the user, or of the address where nobody is logged in, which is
 * found out again by trying all addresses. Without the database each node knows of its
 * own sessions alone.
 */
public final class SharedSessionCounts {

	/**
	 * The number of intervals after which what was told is not known any more.
	 */
	static final int VALID_INTERVALS = 4;

	private static final Log logger = LogFactory.getLog(SharedSessionCounts.class);

	private static final int MAX_USERS = 10_000;

	/**
	 * Nodes that did not say goodbye leave something behind.
	 */
	private static final Duration LEFT_BEHIND = Duration.ofHours(1);

	private static final Duration BETWEEN_DELETIONS = Duration.ofMinutes(10);

	private final String node = UUID.randomUUID().toString();

	private final AtomicBoolean busy = new AtomicBoolean();

	private final SessionCountStore store;

	private final Duration interval;

	private final Executor executor;

	private final TaskScheduler scheduler;

	private Map<String, Integer> written = Map.of();

	private Instant deleted = Instant.EPOCH;

	private boolean failing;

	private volatile Known known = new Known(Map.of(), Instant.EPOCH);

	private @Nullable ScheduledFuture<?> timer;

	/**
	 * Create an exchange.
	 * @param store has the numbers of all nodes
	 * @param interval the time between two exchanges
	 * @param executor waits for the store
	 * @param scheduler watches time
	 */
	public SharedSessionCounts(SessionCountStore store, Duration interval, Executor executor, TaskScheduler scheduler) {
		this.store = store;
		this.interval = interval;
		this.executor = executor;
		this.scheduler = scheduler;
	}

	/**
	 * Begin to exchange.
	 * @param counts returns the numbers of sessions of this node by users
	 * @param atLeast the smallest number of sessions that matters
	 */
	synchronized void start(Supplier<Map<String, Integer>> counts, int atLeast) {
		if (this.timer == null) {
			this.timer = this.scheduler.scheduleWithFixedDelay(() -> submit(() -> exchange(counts.get(), atLeast)),
					this.interval);
		}
	}

	/**
	 * End it, and let others forget the sessions of this node.
	 */
	synchronized void stop() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
			submit(() -> exchange(Map.of(), Integer.MAX_VALUE));
		}
	}

	private void submit(Runnable task) {
		if (!this.busy.compareAndSet(false, true)) {
			return;
		}
		try {
			this.executor.execute(() -> attempt(task));
		}
		catch (RejectedExecutionException ex) {
			this.busy.set(false);
		}
	}

	private void attempt(Runnable task) {
		try {
			task.run();
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				this.failing = true;
				logger.warn("The numbers of sessions cannot be exchanged with other nodes: "
						+ "limits of users hold for each node until that is possible", ex);
			}
		}
		finally {
			this.busy.set(false);
		}
	}

	private void exchange(Map<String, Integer> counts, int atLeast) {
		Instant now = this.scheduler.getClock().instant();
		Map<String, Integer> hashed = new HashMap<>();
		counts.forEach((user, count) -> hashed.put(hash(user), count));
		Map<String, Integer> changes = new HashMap<>(hashed);
		changes.entrySet().removeAll(this.written.entrySet());
		this.written.keySet()
			.stream()
			.filter((user) -> !hashed.containsKey(user))
			.forEach((user) -> changes.put(user, 0));
		boolean remembered = this.store.write(this.node, changes, now);
		if (!remembered && !this.written.isEmpty()) {
			this.store.write(this.node, hashed, now);
		}
		this.written = hashed;
		this.known = new Known(this.store.others(this.node, now.minus(validity()), atLeast, MAX_USERS), now);
		if (now.isAfter(this.deleted.plus(BETWEEN_DELETIONS))) {
			this.store.deleteBefore(now.minus(LEFT_BEHIND));
			this.deleted = now;
		}
	}

	private Duration validity() {
		return this.interval.multipliedBy(VALID_INTERVALS);
	}

	/**
	 * Return how many sessions a user has at other nodes.
	 * @param user the user
	 * @return the number as it was told last, zero if there are few or that is not known
	 */
	int others(String user) {
		Known current = this.known;
		boolean valid = this.scheduler.getClock().instant().isBefore(current.time().plus(validity()));
		return (valid && !current.counts().isEmpty()) ? current.counts().getOrDefault(hash(user), 0) : 0;
	}

	// Names are not in the database by sight. Whoever tries all addresses finds that of a
	// visitor who is not logged in
	private static String hash(String user) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(user.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Numbers that other nodes have told.
	 *
	 * @param counts the numbers by the hashes of users
	 * @param time when they were told
	 */
	private record Known(Map<String, Integer> counts, Instant time) {

	}

}
