package io.realtime4j.session.engine;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Internal wait for an answer of the server, which ends when there was no progress for a
 * time. Progress is frequent, so the time is checked only now and then, and may be longer
 * by a quarter. Not thread-safe: used under the lock of the session.
 *
 * @since 0.1.0
 */
public final class AnswerWait {

	private static final int LOOKS = 4;

	private final SessionTimer timer;

	private final Consumer<Runnable> locked;

	private final BooleanSupplier suspended;

	private final Runnable action;

	private Duration interval;

	private int silentLooks;

	private boolean over;

	/**
	 * Create a wait, which begins now.
	 * @param scheduler watches time
	 * @param timeout how long there may be no progress
	 * @param locked runs something under the lock of the session
	 * @param suspended tells whether the server cannot be heard
	 * @param action what to do when it has ended by itself, under the lock
	 */
	AnswerWait(ScheduledExecutorService scheduler, Duration timeout, Consumer<Runnable> locked,
			BooleanSupplier suspended, Runnable action) {
		this.timer = new SessionTimer(scheduler);
		this.locked = locked;
		this.suspended = suspended;
		this.action = action;
		this.interval = timeout.dividedBy(LOOKS);
		schedule();
	}

	/**
	 * The server shows that it is at it.
	 */
	public void renew() {
		this.silentLooks = -1;
	}

	/**
	 * Begin again, with another time.
	 * @param timeout how long there may be no progress from now on
	 */
	public void restart(Duration timeout) {
		if (!this.over) {
			this.interval = timeout.dividedBy(LOOKS);
			this.silentLooks = 0;
			schedule();
		}
	}

	/**
	 * Wait no longer: the server has said it, or it is not wanted any more.
	 */
	public void end() {
		this.over = true;
		this.timer.stop();
	}

	private void schedule() {
		this.timer.start(this.interval, () -> this.locked.accept(this::look));
	}

	private void look() {
		if (this.over) {
			return;
		}
		this.silentLooks = this.suspended.getAsBoolean() ? 0 : this.silentLooks + 1;
		if (this.silentLooks >= LOOKS) {
			this.over = true;
			this.action.run();
		}
		else {
			schedule();
		}
	}

}
