package io.realtime4j.spring.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import io.realtime4j.spring.sip.SipCallStore;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Store of calls in the database that has their conversations.
 *
 * @since 0.1.0
 */
public class JdbcSipCallStore implements SipCallStore {

	private static final String DELETE = "DELETE FROM realtime_call WHERE call_id = ?";

	private static final String INSERT = "INSERT INTO realtime_call (call_id, family, conversation_id, added_at) "
			+ "VALUES (?, ?, ?, ?)";

	// The join is along the primary keys of few rows: those of calls that are there
	private static final String SILENT = "SELECT k.call_id, k.conversation_id, c.owner_number, "
			+ "COALESCE(c.updated_at, k.added_at) AS said_at, c.ended_at FROM realtime_call k "
			+ "LEFT JOIN realtime_conversation c ON c.id = k.conversation_id "
			+ "WHERE k.family = ? AND (c.ended_at IS NOT NULL OR COALESCE(c.updated_at, k.added_at) < ?) "
			+ "ORDER BY said_at LIMIT ?";

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	/**
	 * Create a store.
	 * @param dataSource the database, which has the tables of the schema
	 * @param timeout how long a statement may take, a second or more
	 */
	public JdbcSipCallStore(DataSource dataSource, Duration timeout) {
		this.jdbc = OwnTransactions.jdbc(dataSource, timeout);
		this.transactions = OwnTransactions.of(dataSource);
	}

	@Override
	public void add(String callId, String family, String conversationId, Instant time) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.update(DELETE, callId);
			this.jdbc.update(INSERT, callId, family, conversationId, time.toEpochMilli());
		});
	}

	@Override
	public void remove(String callId) {
		this.transactions.executeWithoutResult((status) -> this.jdbc.update(DELETE, callId));
	}

	@Override
	public List<SilentCall> silent(String family, Instant before, int limit) {
		return Objects.requireNonNull(this.transactions.execute(
				(status) -> this.jdbc.query(SILENT, JdbcSipCallStore::call, family, before.toEpochMilli(), limit)));
	}

	private static SilentCall call(ResultSet row, int index) throws SQLException {
		long owner = row.getLong(3);
		Long known = row.wasNull() ? null : Long.valueOf(owner);
		row.getLong(5);
		boolean released = !row.wasNull();
		return new SilentCall(row.getString(1), row.getString(2), known, Instant.ofEpochMilli(row.getLong(4)),
				released);
	}

}
