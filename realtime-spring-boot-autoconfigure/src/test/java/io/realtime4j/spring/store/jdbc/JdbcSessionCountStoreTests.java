package io.realtime4j.spring.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.realtime4j.spring.bridge.SessionCountStore;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcSessionCountStore}.
 */
class JdbcSessionCountStoreTests {

	private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");

	private final JdbcConnectionPool database = JdbcConnectionPool
		.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

	private final SessionCountStore store = new JdbcSessionCountStore(this.database, Duration.ofSeconds(30));

	@BeforeEach
	void prepare() {
		new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", JdbcSessionCountStore.class))
			.execute(this.database);
	}

	@AfterEach
	void close() {
		this.database.dispose();
	}

	@Test
	void numbersOfOtherNodesAreAdded() {
		assertThat(this.store.write("a", Map.of("ann", 2, "bob", 1), TIME)).isFalse();
		this.store.write("b", Map.of("ann", 3), TIME);
		this.store.write("c", Map.of("ann", 4), TIME);
		assertThat(this.store.others("a", TIME, 1, 10)).containsOnly(Map.entry("ann", 7), Map.entry("bob", 0));
		assertThat(this.store.others("b", TIME, 9, 10)).containsOnly(Map.entry("ann", 6));
		assertThat(this.store.others("b", TIME, 10, 10)).isEmpty();
	}

	@Test
	void changesTakeThePlaceOfWhatWasWritten() {
		this.store.write("a", Map.of("ann", 2, "bob", 1, "eve", 1), TIME);
		assertThat(this.store.write("a", Map.of("ann", 5, "bob", 0), TIME)).isTrue();
		this.store.write("a", Map.of("ann", 5, "bob", 0), TIME);
		assertThat(this.store.others("b", TIME, 1, 10)).containsOnly(Map.entry("ann", 5), Map.entry("eve", 1));
	}

	@Test
	void nodeThatSaysNothingDoesNotCountAndIsForgottenLater() {
		this.store.write("a", Map.of("ann", 2), TIME);
		this.store.write("b", Map.of("ann", 1), TIME.plusSeconds(10));
		assertThat(this.store.others("c", TIME.plusSeconds(1), 1, 10)).containsOnly(Map.entry("ann", 1));
		this.store.deleteBefore(TIME.plusSeconds(1));
		assertThat(this.store.others("c", Instant.EPOCH, 1, 10)).containsOnly(Map.entry("ann", 1));
		assertThat(this.store.write("a", Map.of(), TIME.plusSeconds(20))).isFalse();
		assertThat(this.store.write("b", Map.of(), TIME.plusSeconds(20))).isTrue();
	}

}
