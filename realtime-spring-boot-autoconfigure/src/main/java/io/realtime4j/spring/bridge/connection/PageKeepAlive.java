package io.realtime4j.spring.bridge.connection;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import io.realtime4j.transport.KeepAlive;
import org.jspecify.annotations.Nullable;

/**
 * Finds connections whose page vanished without a word: it is pinged while nothing comes
 * from it, and given up when it does not answer.
 */
final class PageKeepAlive {

	private final KeepAlive settings;

	private final PageConnection connection;

	private volatile long lastSeen;

	private volatile boolean stopped;

	private volatile @Nullable ScheduledFuture<?> timer;

	PageKeepAlive(KeepAlive settings, PageConnection connection) {
		this.settings = settings;
		this.connection = connection;
	}

	/**
	 * Begin to watch.
	 */
	void start() {
		onSeen();
		if (this.settings.timeout().compareTo(Duration.ZERO) > 0) {
			schedule();
		}
	}

	/**
	 * Something came from the page.
	 */
	void onSeen() {
		this.lastSeen = this.connection.clock().millis();
	}

	void stop() {
		this.stopped = true;
		ScheduledFuture<?> current = this.timer;
		if (current != null) {
			current.cancel(false);
		}
	}

	private void schedule() {
		this.timer = this.connection.schedule(this.settings.interval(), this::check);
		if (this.stopped) {
			stop();
		}
	}

	private void check() {
		Duration silence = Duration.ofMillis(this.connection.clock().millis() - this.lastSeen);
		if (silence.compareTo(this.settings.timeout()) >= 0) {
			this.connection.giveUp();
			return;
		}
		if (silence.compareTo(this.settings.interval()) >= 0) {
			this.connection.ping();
		}
		if (!this.stopped) {
			schedule();
		}
	}

}
