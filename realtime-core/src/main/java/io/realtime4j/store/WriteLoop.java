package io.realtime4j.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Writes one conversation again and again, one write at a time: soon after something has
 * changed, now and then to say that the session is there, and later if a write fails.
 */
final class WriteLoop {

	/**
	 * How long a write may take until it is told of.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	static final Duration FIRST_RETRY = Duration.ofSeconds(1);

	static final Duration LAST_RETRY = Duration.ofSeconds(30);

	private final AwaitedWrites awaited = new AwaitedWrites();

	private final Work work;

	private final RecorderSettings settings;

	private Phase phase = Phase.IDLE;

	private @Nullable ScheduledFuture<?> timer;

	private Duration armed = Duration.ZERO;

	private boolean changed;

	private boolean ending;

	private int failures;

	private boolean failing;

	WriteLoop(Work work, RecorderSettings settings) {
		this.work = work;
		this.settings = settings;
	}

	/**
	 * Write within some time, since something has changed.
	 * @param delay the time, within which more may change
	 */
	synchronized void request(Duration delay) {
		this.changed = true;
		boolean sooner = this.phase == Phase.WAITING && this.failures == 0 && delay.compareTo(this.armed) < 0;
		if (this.phase == Phase.IDLE || sooner) {
			arm(delay, false);
		}
	}

	/**
	 * Write what there is, and nothing after it.
	 */
	void end() {
		synchronized (this) {
			this.ending = true;
		}
		request(Duration.ZERO);
	}

	/**
	 * Write what there is without delay.
	 * @return completes when it is written, or will not be
	 */
	CompletableFuture<@Nullable Void> flush() {
		return await(true).thenApply((written) -> null);
	}

	/**
	 * Write what there is without delay, if the store does not fail.
	 * @return completes with whether it is written, at the latest when a write fails
	 */
	CompletableFuture<Boolean> writeIfPossible() {
		return await(false);
	}

	private synchronized CompletableFuture<Boolean> await(boolean patient) {
		if (this.phase == Phase.DONE || (this.failing && !patient)) {
			return CompletableFuture.completedFuture(false);
		}
		CompletableFuture<Boolean> written = this.awaited.add(patient);
		this.changed = true;
		if (this.phase != Phase.WRITING) {
			arm(Duration.ZERO, false);
		}
		return written;
	}

	/**
	 * Write nothing any more.
	 */
	void stop() {
		finish(false);
	}

	private void arm(Duration delay, boolean forced) {
		cancelTimer();
		this.phase = forced ? Phase.IDLE : Phase.WAITING;
		this.armed = delay;
		if (delay.isZero()) {
			submit(forced);
			return;
		}
		try {
			this.timer = this.settings.scheduler()
				.schedule(() -> submit(forced), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The application stops: what there is is written by the flush
		}
	}

	private void cancelTimer() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
	}

	private void submit(boolean forced) {
		synchronized (this) {
			if (this.phase == Phase.DONE || this.phase == Phase.WRITING) {
				return;
			}
			cancelTimer();
			this.phase = Phase.WRITING;
		}
		try {
			this.settings.executor().execute(() -> write(forced));
		}
		catch (RejectedExecutionException ex) {
			finish(false);
		}
	}

	private void write(boolean forced) {
		synchronized (this) {
			if (this.phase == Phase.DONE) {
				return;
			}
			this.changed = false;
			this.awaited.begin();
		}
		ScheduledFuture<?> late = watch();
		boolean owned;
		try {
			owned = this.work.write(forced);
		}
		catch (Throwable ex) {
			// An error too: no other thread would ever write again
			onFailure(ex);
			return;
		}
		finally {
			if (late != null) {
				late.cancel(false);
			}
		}
		if (owned) {
			onWritten();
		}
		else {
			finish(true);
		}
	}

	private @Nullable ScheduledFuture<?> watch() {
		try {
			return this.settings.scheduler()
				.schedule(() -> tell(new TimeoutException("A write took longer than " + PATIENCE.toSeconds() + " s")),
						PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			return null;
		}
	}

	private void onFailure(Throwable failure) {
		tell(failure);
		synchronized (this) {
			if (this.phase == Phase.DONE) {
				return;
			}
			long factor = 1L << Math.min(this.failures - 1, 5);
			Duration delay = FIRST_RETRY.multipliedBy(factor);
			this.changed = true;
			arm((delay.compareTo(LAST_RETRY) < 0) ? delay : LAST_RETRY, false);
		}
	}

	private void tell(Throwable failure) {
		boolean first;
		List<CompletableFuture<Boolean>> impatient;
		synchronized (this) {
			first = !this.failing;
			this.failing = true;
			this.failures++;
			impatient = this.awaited.takeImpatient();
		}
		if (first) {
			this.work.onFailing(failure);
		}
		impatient.forEach((waiter) -> waiter.complete(false));
	}

	private void onWritten() {
		int attempts;
		boolean over;
		List<CompletableFuture<Boolean>> done;
		synchronized (this) {
			attempts = this.failing ? this.failures : 0;
			this.failing = false;
			this.failures = 0;
			over = this.ending && !this.changed;
			done = this.awaited.takeWritten();
			if (!over && this.phase != Phase.DONE) {
				proceed();
			}
		}
		if (attempts > 0) {
			this.work.onRecovered(attempts);
		}
		done.forEach((waiter) -> waiter.complete(true));
		if (over) {
			finish(true);
		}
	}

	private void proceed() {
		if (this.changed) {
			boolean urgent = this.ending || this.awaited.isDue();
			arm(urgent ? Duration.ZERO : this.settings.writeDelay(), false);
		}
		else {
			arm(this.settings.heartbeat(), true);
		}
	}

	private void finish(boolean complete) {
		List<CompletableFuture<Boolean>> done;
		boolean left;
		synchronized (this) {
			if (this.phase == Phase.DONE) {
				return;
			}
			left = this.changed || this.phase == Phase.WRITING;
			cancelTimer();
			this.phase = Phase.DONE;
			done = this.awaited.takeAll();
		}
		this.work.onDone(complete || !left);
		done.forEach((waiter) -> waiter.complete(complete));
	}

	private enum Phase {

		IDLE, WAITING, WRITING, DONE

	}

	/**
	 * Work that is done again and again, by one thread at a time.
	 */
	interface Work {

		/**
		 * Write what has changed.
		 * @param forced whether to write if nothing has changed
		 * @return {@code false} if nothing can be written any more
		 */
		boolean write(boolean forced);

		/**
		 * Hear that writes fail from now on, or take too long.
		 * @param failure what went wrong
		 */
		void onFailing(Throwable failure);

		/**
		 * Hear that writes succeed again.
		 * @param attempts how many did not
		 */
		void onRecovered(int attempts);

		/**
		 * Hear that there will be no other write.
		 * @param complete whether nothing was left to write
		 */
		void onDone(boolean complete);

	}

}
