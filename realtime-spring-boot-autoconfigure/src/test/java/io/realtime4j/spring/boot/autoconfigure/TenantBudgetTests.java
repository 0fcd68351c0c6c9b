package io.realtime4j.spring.boot.autoconfigure;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.observation.RealtimeMetricsAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.store.SpendingExchange;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.usage.Tenant;
import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.TenantBudgetUsedUpException;
import io.realtime4j.usage.TenantResolver;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for the budget of a day that the sessions of a tenant have together, at one node
 * and at several.
 */
class TenantBudgetTests {

	private static final String BUDGET = "realtime.tenant-budget.";

	private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ApplicationContextRunner unlimited = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeUsageAutoConfiguration.class,
				RealtimeStoreAutoConfiguration.class, RealtimeMetricsAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false", "realtime.pricing.models.gpt-realtime.input.text=1")
		.withBean(MeterRegistry.class, () -> this.registry);

	private final ApplicationContextRunner runner = this.unlimited.withPropertyValues(BUDGET + "money-per-day=0.001",
			BUDGET + "tenants.big=10", BUDGET + "time-zone=" + zoneWhereItIsNoon());

	private final ApplicationContextRunner node = this.runner
		.withPropertyValues("realtime.store.type=jdbc", "realtime.store.heartbeat=200ms")
		.withBean(DataSource.class, this::dataSource);

	// No test runs over the end of a day
	static ZoneOffset zoneWhereItIsNoon() {
		return ZoneOffset.ofHours(12 - OffsetDateTime.now(ZoneOffset.UTC).getHour());
	}

	private DataSource dataSource() {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setUrl(this.database);
		return dataSource;
	}

	@Test
	void sessionsOfATenantEndWhenTheirBudgetIsUsedUpAndNoOtherBegins() {
		this.runner.run((context) -> {
			RealtimeClient client = context.getBean(RealtimeClient.class);
			RealtimeSession session = open(client, "acme");
			RealtimeSession big = open(client, "big");
			use(0, 1000);
			use(1, 9000);
			await().until(() -> session.state() == SessionState.CLOSED);
			assertThatExceptionOfType(TenantBudgetUsedUpException.class).isThrownBy(() -> open(client, "acme"))
				.withMessageContaining("the tenant 'acme' spent 0.001 of 0.001 USD on ");
			assertThat(big.state()).isEqualTo(SessionState.OPEN);
			assertThat(this.registry.get("realtime.tenant.refused").functionCounter().count()).isOne();
			assertThat(this.registry.get("realtime.tenant.waiting").gauge().value()).isZero();
		});
	}

	@Test
	void userOfTheStorePaysUnlessATenantIsNamed() {
		this.runner.run((context) -> {
			RealtimeClient client = context.getBean(RealtimeClient.class);
			client.open((spec) -> spec.feature(StoreOptions.class, StoreOptions.ofUser("ann")));
			open(client, "acme");
			client.open();
			use(0, 100);
			use(1, 200);
			use(2, 300);
			assertThat(spent(context.getBean(TenantAccounts.class), "ann")).isEqualByComparingTo("0.0001");
			assertThat(spent(context.getBean(TenantAccounts.class), "acme")).isEqualByComparingTo("0.0002");
			assertThat(spent(context.getBean(TenantAccounts.class), "")).isEqualByComparingTo("0.0003");
		});
	}

	@Test
	void resolverOfTheApplicationSaysWhoPays() {
		this.runner
			.withBean(TenantResolver.class, () -> (session) -> String.valueOf(session.attributes().get("customer")))
			.run((context) -> {
				context.getBean(RealtimeClient.class).open((spec) -> spec.attribute("customer", "acme"));
				use(0, 100);
				assertThat(spent(context.getBean(TenantAccounts.class), "acme")).isEqualByComparingTo("0.0001");
			});
	}

	@Test
	void nodesSpendTogether() {
		this.node.run((one) -> this.node.run((other) -> {
			RealtimeClient client = other.getBean(RealtimeClient.class);
			RealtimeSession here = open(client, "acme");
			open(one.getBean(RealtimeClient.class), "acme");
			use(1, 1000);
			SessionSpec next = client.defaultSpec().toBuilder().feature(Tenant.class, new Tenant("acme")).build();
			await().untilAsserted(() -> assertThatExceptionOfType(TenantBudgetUsedUpException.class)
				.isThrownBy(() -> client.requireAdmission(next)));
			assertThatExceptionOfType(TenantBudgetUsedUpException.class).isThrownBy(() -> client.open(next));
			use(0, 1);
			await().until(() -> here.state() == SessionState.CLOSED);
		}));
	}

	@Test
	void whatWasSpentCountsAfterARestart() {
		this.node.run((context) -> {
			open(context.getBean(RealtimeClient.class), "acme");
			use(0, 900);
		});
		this.node.run((context) -> await().untilAsserted(
				() -> assertThat(spent(context.getBean(TenantAccounts.class), "acme")).isEqualByComparingTo("0.0009")));
	}

	@Test
	void nodeWithoutTheDatabaseCountsForItself() throws SQLException {
		DataSource away = mock(DataSource.class);
		given(away.getConnection()).willThrow(new SQLException("away"));
		this.runner
			.withPropertyValues("realtime.store.type=jdbc", "realtime.store.jdbc.platform=h2",
					"realtime.store.jdbc.initialize-schema=never", "realtime.close-timeout=1ms")
			.withBean(DataSource.class, () -> away)
			.run((context) -> {
				RealtimeClient client = context.getBean(RealtimeClient.class);
				RealtimeSession session = open(client, "acme");
				use(0, 1000);
				await().until(() -> session.state() == SessionState.CLOSED);
				assertThatExceptionOfType(TenantBudgetUsedUpException.class).isThrownBy(() -> open(client, "acme"));
			});
	}

	@Test
	void thereIsNoBudgetUnlessItSaysHowMuch() {
		this.unlimited.withPropertyValues("realtime.store.type=jdbc")
			.withBean(DataSource.class, this::dataSource)
			.run((context) -> assertThat(context).doesNotHaveBean(TenantAccounts.class)
				.doesNotHaveBean(TenantResolver.class)
				.doesNotHaveBean(SpendingExchange.class));
	}

	@ParameterizedTest
	@CsvSource({ "money-per-day, 0, money-per-day", "tenants.acme, 0, tenants.acme", "warn-at, 0, warn-at",
			"warn-at, 1.5, warn-at" })
	void wrongValueIsNamed(String property, String value, String named) {
		this.runner.withPropertyValues(BUDGET + property + "=" + value)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageStartingWith("The property '" + BUDGET + named + "' "));
	}

	@Test
	void budgetNeedsPrices() {
		RealtimeContext.runner(this.transport)
			.withConfiguration(AutoConfigurations.of(RealtimeUsageAutoConfiguration.class))
			.withPropertyValues(BUDGET + "money-per-day=1")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("needs prices: set 'realtime.pricing.models.*'"));
	}

	private static RealtimeSession open(RealtimeClient client, String tenant) {
		RealtimeSession session = client.open((spec) -> spec.feature(Tenant.class, new Tenant(tenant))
			.feature(StoreOptions.class, StoreOptions.none()));
		await().until(() -> session.state() == SessionState.OPEN);
		return session;
	}

	private static BigDecimal spent(TenantAccounts accounts, String tenant) {
		return accounts.spending(tenant).spent();
	}

	// The model answers, for so many millionths of a dollar
	private void use(int connection, int tokens) {
		await().until(() -> this.transport.connections().size() > connection);
		String event = "{'type':'response.done','response':{'id':'resp_" + UUID.randomUUID()
				+ "','status':'completed','output':[],'usage':{'input_tokens':" + tokens
				+ ",'input_token_details':{'text_tokens':" + tokens + "}}}}";
		this.transport.connections().get(connection).receive(event.replace('\'', '"'));
	}

}
