package io.realtime4j.spring.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.realtime4j.spring.bridge.SessionCountStore;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Store of the numbers of sessions in a relational database.
 *
 * @since 0.1.0
 */
public class JdbcSessionCountStore implements SessionCountStore {

	private static final String SEEN = "UPDATE realtime_node SET seen_at = ? WHERE id = ?";

	private static final String NEW = "INSERT INTO realtime_node (id, seen_at) VALUES (?, ?)";

	private static final String DELETE = "DELETE FROM realtime_session_count WHERE node_id = ? AND user_hash = ?";

	private static final String INSERT = "INSERT INTO realtime_session_count (node_id, user_hash, sessions) "
			+ "VALUES (?, ?, ?)";

	private static final String OTHERS = "SELECT s.user_hash, SUM(CASE WHEN s.node_id = ? THEN 0 ELSE s.sessions END) "
			+ "FROM realtime_session_count s JOIN realtime_node n ON n.id = s.node_id WHERE n.seen_at >= ? "
			+ "GROUP BY s.user_hash HAVING SUM(s.sessions) >= ? ORDER BY s.user_hash LIMIT ?";

	private static final String OLD = "SELECT id FROM realtime_node WHERE seen_at < ?";

	private static final String DELETE_COUNTS = "DELETE FROM realtime_session_count WHERE node_id = ?";

	private static final String DELETE_NODE = "DELETE FROM realtime_node WHERE id = ? AND seen_at < ?";

	private static final int BATCH = 50;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	/**
	 * Create a store.
	 * @param dataSource the database, which has the tables of the schema
	 * @param timeout how long a statement may take, a second or more
	 */
	public JdbcSessionCountStore(DataSource dataSource, Duration timeout) {
		this.jdbc = OwnTransactions.jdbc(dataSource, timeout);
		this.transactions = OwnTransactions.of(dataSource);
	}

	@Override
	public boolean write(String node, Map<String, Integer> changes, Instant time) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			boolean known = this.jdbc.update(SEEN, time.toEpochMilli(), node) > 0;
			if (!known) {
				this.jdbc.update(NEW, node, time.toEpochMilli());
			}
			this.jdbc.batchUpdate(DELETE, changes.keySet(), BATCH, (statement, user) -> {
				statement.setString(1, node);
				statement.setString(2, user);
			});
			List<Map.Entry<String, Integer>> present = changes.entrySet()
				.stream()
				.filter((change) -> change.getValue() > 0)
				.toList();
			this.jdbc.batchUpdate(INSERT, present, BATCH, (statement, change) -> {
				statement.setString(1, node);
				statement.setString(2, change.getKey());
				statement.setInt(3, change.getValue());
			});
			return known;
		}));
	}

	@Override
	public Map<String, Integer> others(String node, Instant since, int atLeast, int limit) {
		Map<String, Integer> others = new HashMap<>();
		this.transactions.executeWithoutResult((status) -> this.jdbc.query(OTHERS,
				(RowCallbackHandler) (row) -> others.put(row.getString(1), row.getInt(2)), node, since.toEpochMilli(),
				atLeast, limit));
		return others;
	}

	@Override
	public void deleteBefore(Instant time) {
		long before = time.toEpochMilli();
		this.transactions
			.executeWithoutResult((status) -> this.jdbc.queryForList(OLD, String.class, before).forEach((node) -> {
				if (this.jdbc.update(DELETE_NODE, node, before) > 0) {
					this.jdbc.update(DELETE_COUNTS, node);
				}
			}));
	}

}
