package io.realtime4j.session.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ReconnectPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Counts the attempts of a session to come back. Not thread-safe: the session calls it
 * under its lock.
 */
final class Reconnection {

	/**
	 * How long a connection has to last for its loss to be another one than the last: a
	 * server that takes connections only to drop them is not asked for ever.
	 */
	private static final Duration STABLE = Duration.ofSeconds(10);

	private final ReconnectPolicy policy;

	private final Clock clock;

	private @Nullable Instant openedAt;

	private int attempts;

	Reconnection(ReconnectPolicy policy, Clock clock) {
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * Return whether another attempt is allowed after this end.
	 */
	boolean isPossibleAfter(CloseCause cause) {
		return attemptsSoFar() < this.policy.maxAttempts() && RecoverableEnds.contains(cause);
	}

	/**
	 * Begin another attempt. Return the delay before it.
	 */
	Duration next(CloseCause cause) {
		this.attempts = attemptsSoFar() + 1;
		this.openedAt = null;
		return this.policy.delay(this.attempts, ThreadLocalRandom.current().nextDouble(),
				RecoverableEnds.retryAfter(cause));
	}

	int attempt() {
		return this.attempts;
	}

	void opened() {
		this.openedAt = this.clock.instant();
	}

	private int attemptsSoFar() {
		boolean stable = this.openedAt != null && !this.clock.instant().isBefore(this.openedAt.plus(STABLE));
		return stable ? 0 : this.attempts;
	}

}
