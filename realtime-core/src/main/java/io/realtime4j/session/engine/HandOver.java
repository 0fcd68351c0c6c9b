package io.realtime4j.session.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * The fresh connection that takes over before the server's limit of a session, from the
 * moment that it is due. What comes over it is kept until it has taken over: given up
 * before, it was never there. Not thread-safe: the session calls it under its lock.
 *
 * @param <E> the events of the server
 */
final class HandOver<E extends RealtimeMessage> {

	private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

	private final List<Arrival<E>> arrivals = new ArrayList<>();

	private final @Nullable Duration before;

	private final Clock clock;

	private final SessionTimer timer;

	private @Nullable SessionConnection<E> next;

	private boolean due;

	HandOver(SessionEnvironment environment) {
		this.before = environment.reconnect().handOverBefore();
		this.clock = environment.clock();
		this.timer = new SessionTimer(environment.scheduler());
	}

	void schedule(@Nullable Instant expiresAt, Runnable whenDue) {
		cancel();
		if (this.before != null && expiresAt != null) {
			Duration wait = Duration.between(this.clock.instant(), expiresAt).minus(this.before);
			start(wait.isNegative() ? Duration.ZERO : wait, whenDue);
		}
	}

	private void start(Duration wait, Runnable whenDue) {
		this.timer.start(wait, () -> {
			this.due = true;
			whenDue.run();
		});
	}

	/**
	 * Return whether a connection should take over and none is being opened for that.
	 */
	boolean isDue() {
		return this.due && this.next == null;
	}

	boolean isRunning() {
		return this.next != null;
	}

	boolean isBy(SessionConnection<E> connection) {
		return connection.equals(this.next);
	}

	void begin(SessionConnection<E> connection) {
		this.next = connection;
		this.arrivals.clear();
	}

	void keep(E event, String text) {
		this.arrivals.add(new Arrival<>(event, text));
	}

	/**
	 * Complete: the new connection has taken over, and what arrived over it meanwhile is
	 * received.
	 */
	void complete(BiConsumer<E, String> receiver) {
		this.next = null;
		this.due = false;
		List<Arrival<E>> kept = List.copyOf(this.arrivals);
		this.arrivals.clear();
		kept.forEach((arrival) -> receiver.accept(arrival.event(), arrival.text()));
	}

	/**
	 * Give the new connection up. Another one is due at once, or some time later after a
	 * failure.
	 */
	void abandon(boolean failed, Runnable whenDue) {
		SessionConnection<E> connection = this.next;
		this.next = null;
		this.arrivals.clear();
		if (failed) {
			this.due = false;
			start(RETRY_DELAY, whenDue);
		}
		if (connection != null) {
			connection.close();
		}
	}

	/**
	 * Cancel: no connection takes over any more.
	 */
	void cancel() {
		this.timer.stop();
		this.due = false;
		SessionConnection<E> connection = this.next;
		this.next = null;
		this.arrivals.clear();
		if (connection != null) {
			connection.close();
		}
	}

	/**
	 * An event that came over the connection before it took over.
	 */
	private record Arrival<E>(E event, String text) {
	}

}
