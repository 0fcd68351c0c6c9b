package io.realtime4j.live.tool;

import java.util.ArrayList;
import java.util.List;

/**
 * Actions that wait while a lost connection comes back, until it is there or the session
 * has ended: before that nobody knows whether the server will be the one that has
 * delegated. May be used by any thread.
 */
final class ConnectedActions {

	/**
	 * How much waits while a lost connection comes back.
	 */
	private static final int MAX_WAITING = 128;

	private final List<Runnable> waiting = new ArrayList<>();

	private boolean away;

	/**
	 * Run something now, or when there is a connection again.
	 * @param action what to run
	 * @param must whether it waits though much does already
	 * @return whether it was run, or waits
	 */
	boolean run(Runnable action, boolean must) {
		synchronized (this.waiting) {
			if (this.away) {
				return (must || this.waiting.size() < MAX_WAITING) && this.waiting.add(action);
			}
		}
		action.run();
		return true;
	}

	void onDisconnected() {
		synchronized (this.waiting) {
			this.away = true;
		}
	}

	/**
	 * There is a connection, or there will be none any more.
	 */
	void onConnected() {
		List<Runnable> due;
		synchronized (this.waiting) {
			this.away = false;
			due = List.copyOf(this.waiting);
			this.waiting.clear();
		}
		due.forEach(Runnable::run);
	}

}
