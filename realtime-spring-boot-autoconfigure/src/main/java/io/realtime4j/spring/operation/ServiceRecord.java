package io.realtime4j.spring.operation;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.realtime4j.model.usage.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * Internal record of what sessions last experienced with the service. It is immutable.
 *
 * @param connections whether sessions can be opened
 * @param responses whether the account lets the model answer
 * @param budgetUsedUp when a session last used up its budget, or {@code null} if none did
 * @param rateLimits the rate limits that the service told last, by their names
 * @since 0.1.0
 */
public record ServiceRecord(Track connections, Track responses, @Nullable Instant budgetUsedUp,
		Map<String, ToldLimit> rateLimits) {

	/**
	 * A server names as many limits as it likes.
	 */
	private static final int MOST_LIMITS = 16;

	static final ServiceRecord EMPTY = new ServiceRecord(Track.EMPTY, Track.EMPTY, null, Map.of());

	/**
	 * Create a new {@link ServiceRecord} instance.
	 */
	public ServiceRecord {
		rateLimits = Map.copyOf(rateLimits);
	}

	ServiceRecord withOpened(Instant at) {
		return new ServiceRecord(this.connections.succeeded(at), this.responses, this.budgetUsedUp, this.rateLimits);
	}

	ServiceRecord withRefused(Failure failure) {
		return new ServiceRecord(this.connections.failed(failure), this.responses, this.budgetUsedUp, this.rateLimits);
	}

	ServiceRecord withAnswered(Instant at) {
		return new ServiceRecord(this.connections, this.responses.succeeded(at), this.budgetUsedUp, this.rateLimits);
	}

	ServiceRecord withLimited(Failure failure) {
		return new ServiceRecord(this.connections, this.responses.failed(failure), this.budgetUsedUp, this.rateLimits);
	}

	ServiceRecord withBudgetUsedUp(Instant at) {
		return new ServiceRecord(this.connections, this.responses, at, this.rateLimits);
	}

	ServiceRecord withRateLimits(Iterable<RateLimit> told, Instant at) {
		Map<String, ToldLimit> all = new TreeMap<>(this.rateLimits);
		for (RateLimit limit : told) {
			String name = (limit.name() != null) ? limit.name().value() : null;
			if (name != null && (all.containsKey(name) || all.size() < MOST_LIMITS)) {
				all.put(name, new ToldLimit(at, limit.limit(), limit.remaining()));
			}
		}
		return new ServiceRecord(this.connections, this.responses, this.budgetUsedUp, all);
	}

	/**
	 * Return whether any session has told anything that counts.
	 * @return {@code true} before that
	 */
	public boolean isEmpty() {
		return this.connections.equals(Track.EMPTY) && this.responses.equals(Track.EMPTY);
	}

	/**
	 * Return whether what was tried last failed, and not long ago.
	 * @param since failures before that do not count any more
	 * @return whether it is so
	 */
	public boolean isFailingSince(Instant since) {
		return this.connections.isFailingSince(since) || this.responses.isFailingSince(since);
	}

	/**
	 * Return whether something failed last, however long ago, and nothing at all
	 * succeeded after it.
	 * @return whether it is so
	 */
	public boolean isFailing() {
		return this.connections.isFailingAfter(this.responses.lastSuccess())
				|| this.responses.isFailingAfter(this.connections.lastSuccess());
	}

	/**
	 * Successes and failures of one kind.
	 *
	 * @param lastSuccess the last success, or {@code null} if there was none
	 * @param lastFailure the last failure, or {@code null} if there was none
	 * @param failing whether the failure came after the success
	 */
	public record Track(@Nullable Instant lastSuccess, @Nullable Failure lastFailure, boolean failing) {

		static final Track EMPTY = new Track(null, null, false);

		Track succeeded(Instant at) {
			return new Track(at, this.lastFailure, false);
		}

		Track failed(Failure failure) {
			return new Track(this.lastSuccess, failure, true);
		}

		boolean isFailingSince(Instant since) {
			return this.failing && this.lastFailure != null && !this.lastFailure.at().isBefore(since);
		}

		boolean isFailingAfter(@Nullable Instant success) {
			return this.failing && (success == null || isFailingSince(success));
		}

	}

	/**
	 * Failure of something.
	 *
	 * @param at when it was
	 * @param message what happened, without secrets
	 */
	public record Failure(Instant at, String message) {

	}

	/**
	 * Rate limit as it was told.
	 *
	 * @param at when it was told
	 * @param limit the most that is allowed, or {@code null} if that was not said
	 * @param remaining what was left, or {@code null} if that was not said
	 */
	public record ToldLimit(Instant at, @Nullable Long limit, @Nullable Long remaining) {

	}

}
