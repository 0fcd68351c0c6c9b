package io.realtime4j.spring.store.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.realtime4j.store.ConversationHeader;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.ConversationWrite;
import io.realtime4j.store.ItemRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcConversationStore} on connections that do not commit by
 * themselves, and within transactions of the application.
 */
class ManualCommitConversationStoreTests extends ConversationStoreContract {

	private static @Nullable HikariDataSource dataSource;

	@BeforeAll
	static void createTables() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:manual-commit;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
		pool.setUsername("sa");
		pool.setAutoCommit(false);
		new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", JdbcConversationStore.class))
			.execute(pool);
		dataSource = pool;
	}

	@AfterAll
	static void close() {
		if (dataSource != null) {
			dataSource.close();
		}
	}

	@Override
	ConversationStore store() {
		return new JdbcConversationStore(dataSource, Duration.ofSeconds(30));
	}

	@Test
	void claimStandsWhenTheApplicationRollsBack() {
		store().write(new ConversationWrite(header("rolled_back"), true, List.of(), List.of()));
		new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult((status) -> {
			assertThat(store().claim("rolled_back", 1, UnaryOperator.identity())).isNotNull();
			status.setRollbackOnly();
		});
		assertThat(store().find("rolled_back")).isNotNull().extracting(ConversationHeader::owner).isEqualTo(2L);
	}

	@Test
	void timeIsLimitedForEachStatementAndNotForAll() {
		WatchedDataSource watched = new WatchedDataSource(dataSource);
		List<ItemRecord> items = IntStream.range(0, 3).mapToObj((i) -> new ItemRecord("i" + i, i, "{}")).toList();
		new JdbcConversationStore(watched, Duration.ofSeconds(30))
			.write(new ConversationWrite(header("much"), true, items, List.of()));
		assertThat(store().items("much")).isEqualTo(items);
		assertThat(watched.limits).isNotEmpty().containsOnly(false);
	}

	private static ConversationHeader header(String id) {
		return new ConversationHeader(id, null, 1, Instant.EPOCH.plusSeconds(100_000_000), Instant.now(), null, "{}");
	}

	/**
	 * Sees for each statement whether its transaction as a whole has a limit of time.
	 */
	private static final class WatchedDataSource extends DelegatingDataSource {

		private final List<Boolean> limits = new ArrayList<>();

		WatchedDataSource(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if ("prepareStatement".equals(method.getName())) {
							this.limits.add(isLimited());
						}
						return method.invoke(connection, arguments);
					});
		}

		private boolean isLimited() {
			return TransactionSynchronizationManager.getResource(this) instanceof ConnectionHolder holder
					&& holder.hasTimeout();
		}

	}

}
