package io.realtime4j.spring.bridge;

import java.time.Duration;

/**
 * Limits of the number and the duration of the sessions of pages.
 *
 * @param maxSessions the most sessions at a time, of all users together
 * @param maxSessionsPerUser the most sessions at a time of one user who is logged in
 * @param maxSessionsPerAddress the most sessions at a time of one address where nobody is
 * logged in
 * @param maxMemory the most that all sessions together may hold, with what waits for
 * their pages, in bytes: whoever holds most gives way
 * @param idleTimeout how long a page may send nothing until its session ends
 * @param resumeGrace how long a session waits for its page to come back
 * @param requestsPerMinute how many keys and calls together a user may ask for in a
 * minute
 * @since 0.1.0
 */
public record BridgeLimits(int maxSessions, int maxSessionsPerUser, int maxSessionsPerAddress, long maxMemory,
		Duration idleTimeout, Duration resumeGrace, int requestsPerMinute) {

	/**
	 * Return the most sessions at a time of those who are counted together with somebody.
	 * @param who the connection of somebody
	 * @return the limit of the user, or where nobody is logged in of the address
	 * @see BridgeConnection#user()
	 */
	public int maxSessionsOf(BridgeConnection who) {
		return (who.principal() != null) ? this.maxSessionsPerUser : this.maxSessionsPerAddress;
	}

}
