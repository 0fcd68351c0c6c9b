package io.realtime4j.simulator.session;

import java.time.Duration;

import io.realtime4j.simulator.time.Cancellable;
import io.realtime4j.simulator.time.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the user to say something after an answer was heard.
 */
final class IdleTimer {

	private final Lane lane;

	private @Nullable Cancellable waiting;

	IdleTimer(Lane lane) {
		this.lane = lane;
	}

	/**
	 * Begin to wait.
	 * @param delay how long
	 * @param task what to do then
	 */
	void start(Duration delay, Runnable task) {
		stop();
		this.waiting = this.lane.schedule(delay, task);
	}

	/**
	 * Wait no longer.
	 */
	void stop() {
		if (this.waiting != null) {
			this.waiting.cancel();
			this.waiting = null;
		}
	}

}
