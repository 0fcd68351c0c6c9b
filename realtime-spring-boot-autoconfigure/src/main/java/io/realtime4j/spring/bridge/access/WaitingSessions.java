package io.realtime4j.spring.bridge.access;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Internal queue of sessions whose page may come back, of which the oldest end when new
 * ones need room.
 */
public final class WaitingSessions {

	private final Set<Waiting> waiting = Collections.synchronizedSet(new LinkedHashSet<>());

	/**
	 * Note that a session waits.
	 * @param session the session
	 */
	public void add(Waiting session) {
		this.waiting.add(session);
	}

	/**
	 * Note that a session does not wait any more.
	 * @param session the session
	 */
	public void remove(Waiting session) {
		this.waiting.remove(session);
	}

	/**
	 * Return how many sessions of a user wait.
	 */
	int count(String user) {
		synchronized (this.waiting) {
			return (int) this.waiting.stream().filter((session) -> session.user().equals(user)).count();
		}
	}

	/**
	 * End the oldest session of a user, so that its place is free.
	 * @param user who needs a place
	 * @param full whether nobody has a place, so that anybody's session gives way
	 * @return whether one has given way
	 */
	boolean giveWay(String user, boolean full) {
		List<Waiting> candidates;
		synchronized (this.waiting) {
			candidates = List.copyOf(this.waiting);
		}
		for (Waiting session : candidates) {
			if (full || session.user().equals(user)) {
				remove(session);
				if (session.giveWay()) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * A session that may wait for its page.
	 */
	public interface Waiting {

		/**
		 * Return whose session it is.
		 * @return the user
		 */
		String user();

		/**
		 * End the session if it waits for its page to come back, so that another one has
		 * its place.
		 * @return whether its place is free
		 */
		boolean giveWay();

	}

}
