package io.realtime4j.spring.sip;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Looks now and then whether this node still has its calls, and whether there are calls
 * that no node has.
 */
final class CallWatch {

	private static final int MAX_SEEN = 100;

	/**
	 * A node that has taken many over at once would be slow with all of them.
	 */
	private static final int MAX_TAKEN = 10;

	private final AtomicBoolean looking = new AtomicBoolean();

	private final SipSurvival survival;

	private final String family;

	private final StoreTasks tasks;

	private final HeldCalls held;

	private final CallTakeOver takeOver;

	private final BooleanSupplier closed;

	private final InstantSource clock = InstantSource.system();

	private final SilentCalls silent;

	private @Nullable ScheduledFuture<?> timer;

	/**
	 * Create a watch.
	 * @param survival the settings
	 * @param family the protocol family of the sessions of this node
	 * @param tasks asks the store
	 * @param held the calls of this node
	 * @param takeOver goes on with calls of others
	 * @param closed tells whether this node takes no calls
	 */
	CallWatch(SipSurvival survival, String family, StoreTasks tasks, HeldCalls held, CallTakeOver takeOver,
			BooleanSupplier closed) {
		this.survival = survival;
		this.family = family;
		this.tasks = tasks;
		this.held = held;
		this.takeOver = takeOver;
		this.closed = closed;
		this.silent = new SilentCalls(survival.silence(), survival.interval());
	}

	synchronized void start(ScheduledExecutorService scheduler) {
		if (this.timer == null) {
			long nanos = this.survival.interval().toNanos();
			this.timer = scheduler.scheduleWithFixedDelay(this::tick, nanos, nanos, TimeUnit.NANOSECONDS);
		}
	}

	synchronized void stop() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
	}

	// A store that hangs must not keep a lease from ending
	private void tick() {
		this.held.check();
		if (this.looking.compareAndSet(false, true) && !this.tasks.submit(this::look)) {
			this.looking.set(false);
		}
	}

	private void look() {
		try {
			List<SipCallStore.SilentCall> found = this.survival.calls()
				.silent(this.family, this.clock.instant().minus(this.survival.hint()), MAX_SEEN);
			List<SipCallStore.SilentCall> others = found.stream()
				.filter((call) -> !this.held.contains(call.callId()))
				.toList();
			List<SipCallStore.SilentCall> due = this.silent.look(others, System.nanoTime());
			if (!this.closed.getAsBoolean()) {
				take(due);
			}
		}
		finally {
			this.looking.set(false);
		}
	}

	// One call that cannot be taken must not keep others from it
	private void take(List<SipCallStore.SilentCall> due) {
		RuntimeException failure = null;
		for (SipCallStore.SilentCall call : due.subList(0, Math.min(due.size(), MAX_TAKEN))) {
			try {
				if (!this.takeOver.take(call)) {
					this.silent.onFailure(call);
				}
			}
			catch (RuntimeException ex) {
				this.silent.onFailure(call);
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

}
