package io.realtime4j.live.session;

import io.realtime4j.live.model.LiveUsage;

/**
 * The active time of a session over all of its connections. Each session of the server
 * says what it has used from its own beginning. Written under the lock of the session,
 * read by any thread.
 */
final class LiveSeconds {

	private double before;

	private double current;

	private volatile double total;

	/**
	 * Another session of the server begins.
	 */
	void begin() {
		this.before += this.current;
		this.current = 0;
	}

	/**
	 * Take what the session of the server has used so far.
	 */
	void update(LiveUsage usage) {
		Double seconds = usage.seconds();
		if (seconds != null && seconds > this.current) {
			this.current = seconds;
			this.total = this.before + seconds;
		}
	}

	LiveUsage usage() {
		return new LiveUsage(this.total);
	}

}
