package io.realtime4j.spring.store.jdbc;

import java.time.Duration;

import io.realtime4j.store.ConversationStore;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Tests for {@link JdbcConversationStore} on H2.
 */
class H2ConversationStoreTests extends ConversationStoreContract {

	private static @Nullable JdbcConnectionPool dataSource;

	@BeforeAll
	static void createTables() {
		ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
				new ClassPathResource("schema-h2.sql", JdbcConversationStore.class));
		JdbcConnectionPool pool = JdbcConnectionPool
			.create("jdbc:h2:mem:conversations;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");
		schema.execute(pool);
		schema.execute(pool);
		dataSource = pool;
	}

	@AfterAll
	static void close() {
		if (dataSource != null) {
			dataSource.dispose();
		}
	}

	@Override
	ConversationStore store() {
		return new JdbcConversationStore(dataSource, Duration.ofSeconds(30));
	}

}
