package io.realtime4j.live.tool;

import java.time.Duration;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * Wait for the words that are transcribed after work was delegated, without which nobody
 * knows what it is. May be used by any thread.
 */
final class LateWords {

	/**
	 * The longest wait, while words come.
	 */
	static final Duration LIMIT = Duration.ofSeconds(2);

	private final DelegationRunnerSettings settings;

	private final Runnable then;

	private @Nullable Future<?> quiet;

	private @Nullable Future<?> limit;

	private boolean over;

	/**
	 * Create a wait that does not run yet.
	 * @param settings the settings of the runner
	 * @param then is called at the end, maybe more than once
	 */
	LateWords(DelegationRunnerSettings settings, Runnable then) {
		this.settings = settings;
		this.then = then;
	}

	void begin() {
		Duration settleTime = this.settings.settleTime();
		synchronized (this) {
			this.limit = this.settings.schedule((settleTime.compareTo(LIMIT) > 0) ? settleTime : LIMIT, this::end);
		}
		renew();
	}

	/**
	 * A word has come: others may follow.
	 */
	void renew() {
		synchronized (this) {
			if (this.over) {
				return;
			}
			cancel(this.quiet);
			this.quiet = this.settings.schedule(this.settings.settleTime(), this::end);
			if (this.quiet != null) {
				return;
			}
		}
		end();
	}

	/**
	 * All words are there.
	 */
	void end() {
		abandon();
		this.then.run();
	}

	synchronized void abandon() {
		this.over = true;
		cancel(this.quiet);
		cancel(this.limit);
	}

	private static void cancel(@Nullable Future<?> timer) {
		if (timer != null) {
			timer.cancel(false);
		}
	}

}
