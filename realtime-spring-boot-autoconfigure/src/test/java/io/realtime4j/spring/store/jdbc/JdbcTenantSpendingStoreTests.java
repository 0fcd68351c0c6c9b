package io.realtime4j.spring.store.jdbc;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.realtime4j.usage.TenantSpendingStore;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcTenantSpendingStore}, on PostgreSQL too where it is installed.
 */
class JdbcTenantSpendingStoreTests {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

	private static final Currency EUR = Currency.getInstance("EUR");

	@ParameterizedTest
	@EnumSource
	void amountsOfOtherNodesAreAdded(Database database) throws Exception {
		database.run((dataSource) -> {
			TenantSpendingStore store = store(dataSource);
			store.write("a", DAY, EUR, amounts("acme", "0.000000000000001", "big", "10"));
			store.write("b", DAY, EUR, amounts("acme", "2.5"));
			store.write("c", DAY, EUR, amounts("acme", "3"));
			assertThat(others(store, "a", "0")).isEqualTo(List.of("acme 5.5", "big 0"));
			assertThat(others(store, "b", "5.5")).isEqualTo(List.of("acme 3.000000000000001", "big 10"));
			assertThat(others(store, "b", "10.1")).isEmpty();
			assertThat(store.others("x", DAY, EUR, BigDecimal.ZERO, 1)).containsOnlyKeys("big");
		});
	}

	@ParameterizedTest
	@EnumSource
	void whatIsWrittenAgainTakesThePlaceOfWhatWas(Database database) throws Exception {
		database.run((dataSource) -> {
			TenantSpendingStore store = store(dataSource);
			store.write("a", DAY, EUR, amounts("acme", "1", "big", "1"));
			store.write("a", DAY, EUR, amounts("acme", "4"));
			store.write("a", DAY, EUR, amounts("acme", "4"));
			assertThat(others(store, "b", "0")).isEqualTo(List.of("acme 4", "big 1"));
		});
	}

	@ParameterizedTest
	@EnumSource
	void daysAndCurrenciesAreCountedApartAndOldDaysDeleted(Database database) throws Exception {
		database.run((dataSource) -> {
			TenantSpendingStore store = store(dataSource);
			store.write("a", DAY, EUR, amounts("acme", "1"));
			store.write("a", DAY, Currency.getInstance("USD"), amounts("acme", "2"));
			store.write("a", DAY.minusDays(1), EUR, amounts("acme", "4"));
			store.write("a", DAY.minusDays(2), EUR, amounts("acme", "8"));
			assertThat(others(store, "b", "0")).isEqualTo(List.of("acme 1"));
			store.deleteBefore(DAY.minusDays(1));
			assertThat(new JdbcTemplate(dataSource)
				.queryForList("SELECT spent_on FROM realtime_tenant_spending ORDER BY spent_on", String.class))
				.containsExactly("2025-12-31", "2026-01-01", "2026-01-01");
		});
	}

	private static TenantSpendingStore store(DataSource dataSource) {
		return new JdbcTenantSpendingStore(dataSource, Duration.ofSeconds(30));
	}

	private static Map<String, BigDecimal> amounts(String tenant, String amount) {
		return Map.of(tenant, new BigDecimal(amount));
	}

	private static Map<String, BigDecimal> amounts(String tenant, String amount, String other, String more) {
		return Map.of(tenant, new BigDecimal(amount), other, new BigDecimal(more));
	}

	private static List<String> others(TenantSpendingStore store, String node, String atLeast) {
		return store.others(node, DAY, EUR, new BigDecimal(atLeast), 10)
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " " + plain(entry.getValue()))
			.sorted()
			.toList();
	}

	private static String plain(BigDecimal amount) {
		return (amount.signum() != 0) ? amount.stripTrailingZeros().toPlainString() : "0";
	}

	/**
	 * Databases that the tests run on.
	 */
	enum Database {

		H2("schema-h2.sql",
				() -> JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")),

		POSTGRESQL("schema-postgresql.sql", PostgresCluster::dataSource);

		private final String schema;

		private final Supplier<DataSource> dataSource;

		Database(String schema, Supplier<DataSource> dataSource) {
			this.schema = schema;
			this.dataSource = dataSource;
		}

		void run(TestBody test) throws Exception {
			DataSource pool = this.dataSource.get();
			try {
				new ResourceDatabasePopulator(new ClassPathResource(this.schema, JdbcTenantSpendingStore.class))
					.execute(pool);
				new JdbcTemplate(pool).update("DELETE FROM realtime_tenant_spending");
				test.run(pool);
			}
			finally {
				if (pool instanceof AutoCloseable closeable) {
					closeable.close();
				}
				else if (pool instanceof JdbcConnectionPool connections) {
					connections.dispose();
				}
			}
		}

	}

	/**
	 * A test on a database with empty tables.
	 */
	interface TestBody {

		void run(DataSource dataSource);

	}

}
