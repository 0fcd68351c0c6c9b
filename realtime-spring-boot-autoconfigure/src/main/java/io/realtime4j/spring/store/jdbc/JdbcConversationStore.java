package io.realtime4j.spring.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import io.realtime4j.store.ClaimedConversation;
import io.realtime4j.store.ConversationHeader;
import io.realtime4j.store.ConversationNotOwnedException;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.ConversationWrite;
import io.realtime4j.store.ItemRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Store in a relational database: PostgreSQL, MySQL, MariaDB or H2. The schemas are
 * {@code schema-*.sql} in the package of this class. It uses transactions of its own,
 * whatever those of the application are.
 *
 * @since 0.1.0
 */
public class JdbcConversationStore implements ConversationStore {

	private static final String COLUMNS = "id, user_name, owner_number, started_at, updated_at, ended_at, details";

	private static final String UPDATE = "UPDATE realtime_conversation SET user_name = ?, owner_number = ?, "
			+ "updated_at = ?, ended_at = ?, details = ? WHERE id = ? AND owner_number <= ?";

	private static final String INSERT = "INSERT INTO realtime_conversation (" + COLUMNS
			+ ") VALUES (?, ?, ?, ?, ?, ?, ?)";

	private static final String OWNER = "SELECT owner_number FROM realtime_conversation WHERE id = ?";

	private static final String CLAIM = "UPDATE realtime_conversation SET owner_number = owner_number + 1 "
			+ "WHERE id = ? AND owner_number = ?";

	private static final String CHANGE_DETAILS = "UPDATE realtime_conversation SET details = ? WHERE id = ?";

	private static final String FIND = "SELECT " + COLUMNS + " FROM realtime_conversation WHERE id = ?";

	private static final String FIND_BY_USER = "SELECT " + COLUMNS + " FROM realtime_conversation "
			+ "WHERE user_name = ? ORDER BY updated_at DESC, id LIMIT ?";

	private static final String IDS_BY_USER = "SELECT id FROM realtime_conversation WHERE user_name = ?";

	private static final String IDS_BEFORE = "SELECT id FROM realtime_conversation WHERE updated_at < ? "
			+ "ORDER BY updated_at LIMIT ?";

	private static final String DELETE = "DELETE FROM realtime_conversation WHERE id = ? AND updated_at < ?";

	private static final String ITEMS = "SELECT item_id, item_position, json FROM realtime_conversation_item "
			+ "WHERE conversation_id = ? ORDER BY item_position, item_id";

	private static final String INSERT_ITEM = "INSERT INTO realtime_conversation_item "
			+ "(conversation_id, item_id, item_position, json) VALUES (?, ?, ?, ?)";

	private static final String DELETE_ITEM = "DELETE FROM realtime_conversation_item "
			+ "WHERE conversation_id = ? AND item_id = ?";

	private static final String DELETE_ITEMS = "DELETE FROM realtime_conversation_item WHERE conversation_id = ?";

	/**
	 * How many items are written by one statement: the limit of time is that of a
	 * statement, so that much that waits to be written takes longer and does not fail.
	 */
	private static final int BATCH = 50;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	/**
	 * Create a store.
	 * @param dataSource the database, which has the tables of the schema
	 * @param timeout how long a statement may take, a second or more
	 */
	public JdbcConversationStore(DataSource dataSource, Duration timeout) {
		this.jdbc = OwnTransactions.jdbc(dataSource, timeout);
		this.transactions = OwnTransactions.of(dataSource);
	}

	@Override
	public void write(ConversationWrite write) {
		this.transactions.executeWithoutResult((status) -> {
			writeHeader(write.header(), write.first());
			writeItems(write);
		});
	}

	// The row of the header is locked until all is written
	private void writeHeader(ConversationHeader header, boolean first) {
		int updated = this.jdbc.update(UPDATE, header.user(), header.owner(), header.updatedAt().toEpochMilli(),
				millis(header.endedAt()), header.details(), header.id(), header.owner());
		if (updated > 0) {
			return;
		}
		if (!this.jdbc.queryForList(OWNER, Long.class, header.id()).isEmpty()) {
			throw ConversationNotOwnedException.taken(header.id());
		}
		if (!first) {
			throw ConversationNotOwnedException.deleted(header.id());
		}
		this.jdbc.update(INSERT, header.id(), header.user(), header.owner(), header.startedAt().toEpochMilli(),
				header.updatedAt().toEpochMilli(), millis(header.endedAt()), header.details());
	}

	private void writeItems(ConversationWrite write) {
		String id = write.header().id();
		List<String> old = new ArrayList<>(write.removed());
		write.items().forEach((item) -> old.add(item.id()));
		this.jdbc.batchUpdate(DELETE_ITEM, old, BATCH, (statement, item) -> {
			statement.setString(1, id);
			statement.setString(2, item);
		});
		this.jdbc.batchUpdate(INSERT_ITEM, write.items(), BATCH, (statement, item) -> {
			statement.setString(1, id);
			statement.setString(2, item.id());
			statement.setLong(3, item.position());
			statement.setString(4, item.json());
		});
	}

	private static @Nullable Long millis(@Nullable Instant time) {
		return (time != null) ? Long.valueOf(time.toEpochMilli()) : null;
	}

	@Override
	public @Nullable ClaimedConversation claim(String id, long owner, UnaryOperator<String> details) {
		return this.transactions.execute((status) -> {
			// The row is locked until all is read
			if (this.jdbc.update(CLAIM, id, owner) == 0) {
				return null;
			}
			ConversationHeader header = this.jdbc.query(FIND, JdbcConversationStore::header, id).get(0);
			String changed = details.apply(header.details());
			if (!changed.equals(header.details())) {
				this.jdbc.update(CHANGE_DETAILS, changed, id);
			}
			return new ClaimedConversation(new ConversationHeader(id, header.user(), header.owner(), header.startedAt(),
					header.updatedAt(), header.endedAt(), changed),
					this.jdbc.query(ITEMS, JdbcConversationStore::item, id));
		});
	}

	@Override
	public @Nullable ConversationHeader find(String id) {
		return headers(FIND, id).stream().findFirst().orElse(null);
	}

	@Override
	public List<ItemRecord> items(String id) {
		return query(ITEMS, JdbcConversationStore::item, id);
	}

	private static ItemRecord item(ResultSet row, int index) throws SQLException {
		return new ItemRecord(row.getString(1), row.getLong(2), row.getString(3));
	}

	@Override
	public List<ConversationHeader> findByUser(String user, int limit) {
		return headers(FIND_BY_USER, user, limit);
	}

	private List<ConversationHeader> headers(String sql, Object... values) {
		return query(sql, JdbcConversationStore::header, values);
	}

	// What is read is what is in the database, also in a transaction of the application
	private <T> List<T> query(String sql, RowMapper<T> mapper, Object... values) {
		return inTransaction(() -> this.jdbc.query(sql, mapper, values));
	}

	private <T> T inTransaction(Supplier<T> action) {
		return Objects.requireNonNull(this.transactions.execute((status) -> action.get()));
	}

	private static ConversationHeader header(ResultSet row, int index) throws SQLException {
		long ended = row.getLong(6);
		Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(ended);
		return new ConversationHeader(row.getString(1), row.getString(2), row.getLong(3),
				Instant.ofEpochMilli(row.getLong(4)), Instant.ofEpochMilli(row.getLong(5)), endedAt, row.getString(7));
	}

	@Override
	public boolean delete(String id) {
		return delete(id, Long.MAX_VALUE);
	}

	// Header first: a write that is under way ends before, another one finds nothing
	private boolean delete(String id, long before) {
		return inTransaction(() -> {
			boolean deleted = this.jdbc.update(DELETE, id, before) > 0;
			if (deleted) {
				this.jdbc.update(DELETE_ITEMS, id);
			}
			return deleted;
		});
	}

	@Override
	public int deleteByUser(String user) {
		return delete(ids(IDS_BY_USER, user), Long.MAX_VALUE);
	}

	@Override
	public int deleteUpdatedBefore(Instant time, int limit) {
		long before = time.toEpochMilli();
		return delete(ids(IDS_BEFORE, before, limit), before);
	}

	private List<String> ids(String sql, Object... values) {
		return query(sql, (row, index) -> row.getString(1), values);
	}

	private int delete(List<String> ids, long before) {
		return (int) ids.stream().filter((id) -> delete(id, before)).count();
	}

}
