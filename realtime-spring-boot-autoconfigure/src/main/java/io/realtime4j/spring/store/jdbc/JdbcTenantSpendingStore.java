package io.realtime4j.spring.store.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.realtime4j.usage.TenantSpendingStore;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Store of what tenants spend in a relational database.
 *
 * @since 0.1.0
 */
public class JdbcTenantSpendingStore implements TenantSpendingStore {

	private static final String DELETE = "DELETE FROM realtime_tenant_spending "
			+ "WHERE spent_on = ? AND currency = ? AND tenant_hash = ? AND node_id = ?";

	private static final String INSERT = "INSERT INTO realtime_tenant_spending "
			+ "(spent_on, currency, tenant_hash, node_id, amount) VALUES (?, ?, ?, ?, ?)";

	private static final String OTHERS = "SELECT tenant_hash, SUM(CASE WHEN node_id = ? THEN 0 ELSE amount END) "
			+ "FROM realtime_tenant_spending WHERE spent_on = ? AND currency = ? "
			+ "GROUP BY tenant_hash HAVING SUM(amount) >= ? ORDER BY SUM(amount) DESC, tenant_hash LIMIT ?";

	private static final String DELETE_OLD = "DELETE FROM realtime_tenant_spending WHERE spent_on < ?";

	private static final int BATCH = 50;

	/**
	 * The scale of the column, which is that of the smallest prices.
	 */
	private static final int SCALE = 15;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	/**
	 * Create a store.
	 * @param dataSource the database, which has the tables of the schema
	 * @param timeout how long a statement may take, a second or more
	 */
	public JdbcTenantSpendingStore(DataSource dataSource, Duration timeout) {
		this.jdbc = OwnTransactions.jdbc(dataSource, timeout);
		this.transactions = OwnTransactions.of(dataSource);
	}

	@Override
	public void write(String node, LocalDate day, Currency currency, Map<String, BigDecimal> amounts) {
		String date = day.toString();
		String code = currency.getCurrencyCode();
		List<Map.Entry<String, BigDecimal>> rows = List.copyOf(amounts.entrySet());
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.batchUpdate(DELETE, rows, BATCH, (statement, row) -> {
				statement.setString(1, date);
				statement.setString(2, code);
				statement.setString(3, row.getKey());
				statement.setString(4, node);
			});
			this.jdbc.batchUpdate(INSERT, rows, BATCH, (statement, row) -> {
				statement.setString(1, date);
				statement.setString(2, code);
				statement.setString(3, row.getKey());
				statement.setString(4, node);
				statement.setBigDecimal(5, row.getValue().setScale(SCALE, RoundingMode.HALF_EVEN));
			});
		});
	}

	@Override
	public Map<String, BigDecimal> others(String node, LocalDate day, Currency currency, BigDecimal atLeast,
			int limit) {
		Map<String, BigDecimal> others = new HashMap<>();
		this.transactions.executeWithoutResult((status) -> this.jdbc.query(OTHERS,
				(RowCallbackHandler) (row) -> others.put(row.getString(1), row.getBigDecimal(2)), node, day.toString(),
				currency.getCurrencyCode(), atLeast, limit));
		return others;
	}

	@Override
	public void deleteBefore(LocalDate day) {
		this.transactions.executeWithoutResult((status) -> this.jdbc.update(DELETE_OLD, day.toString()));
	}

}
