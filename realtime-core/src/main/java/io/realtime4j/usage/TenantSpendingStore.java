package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

/**
 * Port to a database in which nodes tell each other what their sessions cost. All methods
 * may block and are called by one thread of each node at a time. Doing anything twice has
 * the effect of doing it once.
 *
 * @since 0.1.0
 */
public interface TenantSpendingStore {

	/**
	 * Tell what sessions of a node have cost on a day.
	 * @param node the id of the node, of at most 64 characters, which no other node has
	 * and it has itself until it stops
	 * @param day the day
	 * @param currency the currency
	 * @param amounts all that they have cost on that day so far, by tenants, which take
	 * the place of what was told before; those that are left out stay as they are. Names
	 * have 64 characters
	 */
	void write(String node, LocalDate day, Currency currency, Map<String, BigDecimal> amounts);

	/**
	 * Return what sessions of other nodes have cost, of those tenants that spent most.
	 * Nodes that are there no more count as well.
	 * @param node the id of the node that asks
	 * @param day the day
	 * @param currency the currency
	 * @param atLeast the smallest amount of a tenant at all nodes together
	 * @param limit the largest number of tenants, larger than zero
	 * @return the amounts at other nodes, by tenants
	 */
	Map<String, BigDecimal> others(String node, LocalDate day, Currency currency, BigDecimal atLeast, int limit);

	/**
	 * Delete what was told of days before some day.
	 * @param day the first day that stays
	 */
	void deleteBefore(LocalDate day);

}
