package io.realtime4j.spring.store.jdbc;

import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import io.realtime4j.store.ConversationStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Tests for {@link JdbcConversationStore} on PostgreSQL, where it is installed.
 */
class PostgresConversationStoreTests extends ConversationStoreContract {

	private static @Nullable HikariDataSource dataSource;

	@BeforeAll
	static void createTables() {
		HikariDataSource pool = PostgresCluster.dataSource();
		ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
				new ClassPathResource("schema-postgresql.sql", JdbcConversationStore.class));
		schema.execute(pool);
		schema.execute(pool);
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

}
