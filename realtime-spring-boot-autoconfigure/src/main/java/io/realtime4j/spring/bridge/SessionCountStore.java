package io.realtime4j.spring.bridge;

import java.time.Instant;
import java.util.Map;

/**
 * Port to a database in which nodes tell each other how many sessions of pages their
 * users have. All methods may block and are called by one thread of each node at a time.
 * Doing anything twice has the effect of doing it once.
 *
 * @since 0.1.0
 */
public interface SessionCountStore {

	/**
	 * Tell that a node is there, and which numbers of it have changed.
	 * @param node the id of the node, of at most 64 characters, which no other node has
	 * and it has itself until it stops
	 * @param changes the numbers of sessions by users, zero for users who have none any
	 * more; names have at most 64 characters
	 * @param time the time
	 * @return whether the node was known; otherwise the store has what is written now and
	 * nothing of before
	 */
	boolean write(String node, Map<String, Integer> changes, Instant time);

	/**
	 * Return how many sessions users have at other nodes, of those users who have many.
	 * @param node the id of the node that asks
	 * @param since nodes that were there last before this time do not count
	 * @param atLeast the smallest number of sessions at all nodes together
	 * @param limit the largest number of users, larger than zero
	 * @return the numbers at other nodes, by users
	 */
	Map<String, Integer> others(String node, Instant since, int atLeast, int limit);

	/**
	 * Delete what nodes have told that were there last before some time.
	 * @param time the time
	 */
	void deleteBefore(Instant time);

}
