package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.observation.StoreMetrics;
import io.realtime4j.spring.store.ConversationCleaner;
import io.realtime4j.spring.store.jdbc.JdbcConversationStore;
import io.realtime4j.store.ClaimedConversation;
import io.realtime4j.store.ConversationHeader;
import io.realtime4j.store.ConversationRecorder;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.ConversationWrite;
import io.realtime4j.store.InMemoryConversationStore;
import io.realtime4j.store.ItemRecord;
import io.realtime4j.store.StoreListener;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.store.TakenConversation;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeStoreAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeStoreAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String JDBC = "realtime.store.type=jdbc";

	private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner runner = RealtimeContext.runner(this.transport)
		.withConfiguration(
				AutoConfigurations.of(RealtimeUsageAutoConfiguration.class, RealtimeStoreAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false");

	private final ApplicationContextRunner withDatabase = this.runner.withBean(DataSource.class, this::dataSource);

	private DataSource dataSource() {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setUrl(this.database);
		return dataSource;
	}

	@Test
	void dataSourceAloneStoresNothing() {
		this.withDatabase.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(ConversationStore.class)
			.doesNotHaveBean(ConversationRecorder.class)
			.doesNotHaveBean(StoredConversations.class)
			.doesNotHaveBean(DataSourceScriptDatabaseInitializer.class));
	}

	@Test
	void settingsWithoutAStoreAreWarnedOf(CapturedOutput output) {
		this.withDatabase.withPropertyValues("realtime.store.retention=7d").run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(ConversationStore.class);
			assertThat(output).contains("'realtime.store' has no effect without 'realtime.store.type=jdbc'");
		});
	}

	@Test
	void settingsOfAStoreAreNotWarnedOf(CapturedOutput output) {
		this.withDatabase.withPropertyValues(JDBC, "realtime.store.retention=7d")
			.run((context) -> assertThat(output).doesNotContain("has no effect"));
	}

	@Test
	void conversationOfASessionIsStoredAndReadBack() {
		this.withDatabase.withPropertyValues(JDBC).run((context) -> {
			assertThat(context).hasSingleBean(JdbcConversationStore.class);
			RealtimeSession session = open(context.getBean(RealtimeClient.class));
			say("u1", "Hello");
			StoredConversations conversations = context.getBean(StoredConversations.class);
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(conversations.find(session.id()))
					.hasValueSatisfying((stored) -> assertThat(texts(stored)).containsExactly("Hello")));
			assertThat(conversations.findByUser("ann", 10)).extracting(ConversationHeader::id)
				.containsExactly(session.id());
			assertThat(conversations.deleteByUser("ann")).isOne();
			assertThat(conversations.find(session.id())).isEmpty();
		});
	}

	@Test
	void conversationGoesOnInAnotherApplication() {
		ApplicationContextRunner runner = this.withDatabase.withPropertyValues(JDBC, "realtime.store.heartbeat=500ms");
		runner.run((context) -> {
			RealtimeSession session = open(context.getBean(RealtimeClient.class));
			say("u1", "Hello");
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(context.getBean(StoredConversations.class).find(session.id()))
					.hasValueSatisfying((stored) -> assertThat(stored.items()).hasSize(1)));
			runner.run((other) -> {
				StoredConversations conversations = other.getBean(StoredConversations.class);
				TakenConversation taken = conversations.takeOver(session.id()).orElseThrow();
				RealtimeSession next = other.getBean(RealtimeClient.class)
					.open(taken.continueIn(other.getBean(SessionSpec.class)));
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThat(this.transport.connections()).hasSize(2)
						.last()
						.satisfies((connection) -> assertThat(connection.sent())
							.anyMatch((json) -> json.contains("conversation.item.create") && json.contains("Hello"))));
				await().atMost(PATIENCE).untilAsserted(() -> assertThat(next.conversation().entries()).hasSize(1));
				say("u2", "Are you there?");
				await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.closed()).isCompleted());
			});
		});
	}

	@Test
	void whatWasSaidLastIsWrittenWhenTheApplicationStops() {
		String[] id = new String[1];
		this.withDatabase.withPropertyValues(JDBC).run((context) -> {
			RealtimeSession session = open(context.getBean(RealtimeClient.class));
			say("u1", "Goodbye");
			id[0] = session.id();
			((ConfigurableApplicationContext) context.getSourceApplicationContext()).stop();
			StoredConversation stored = context.getBean(StoredConversations.class).find(id[0]).orElseThrow();
			assertThat(texts(stored)).containsExactly("Goodbye");
			assertThat(stored.endedAt()).isNotNull();
		});
	}

	@Test
	void storeThatFailsIsToldAndMeasured() {
		FailingStore store = new FailingStore();
		List<String> told = new CopyOnWriteArrayList<>();
		this.runner.withBean(ConversationStore.class, () -> store)
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("listener", StoreListener.class, () -> (session, event) -> told.add(event.type()))
			.run((context) -> {
				assertThat(context).hasSingleBean(StoreMetrics.class);
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				RealtimeSession session = open(context.getBean(RealtimeClient.class));
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThat(told).containsExactly("realtime4j.store.failing"));
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThat(registry.get("realtime.store.waiting").gauge().value()).isOne());
				store.failing = false;
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThat(told).containsExactly("realtime4j.store.failing",
							"realtime4j.store.recovered"));
				assertThat(store.find(session.id())).isNotNull();
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThat(registry.get("realtime.store.waiting").gauge().value()).isZero());
				assertThat(registry.get("realtime.store.failures").counter().count()).isOne();
			});
	}

	@Test
	void storeOfTheApplicationTakesThePlace() {
		InMemoryConversationStore own = new InMemoryConversationStore();
		this.withDatabase.withPropertyValues(JDBC)
			.withBean(ConversationStore.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConversationRecorder.class)
				.doesNotHaveBean(DataSourceScriptDatabaseInitializer.class)
				.getBean(ConversationStore.class)
				.isSameAs(own));
	}

	@Test
	void schemaIsLeftToTheApplication() {
		this.withDatabase.withPropertyValues(JDBC, "realtime.store.jdbc.initialize-schema=never").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(tables(context.getBean(DataSource.class))).isZero();
		});
		this.withDatabase.withPropertyValues(JDBC).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(tables(context.getBean(DataSource.class))).isEqualTo(2);
		});
	}

	private static Integer tables(DataSource dataSource) {
		return new JdbcTemplate(dataSource).queryForObject(
				"SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE LOWER(TABLE_NAME) LIKE 'realtime_conversation%'",
				Integer.class);
	}

	@Test
	void conversationsThatWereKeptLongEnoughAreDeleted() {
		this.withDatabase.withPropertyValues(JDBC, "realtime.store.retention=1h").run((context) -> {
			assertThat(context).hasSingleBean(ConversationCleaner.class);
			assertThat(context.getBean(ConversationCleaner.class).isRunning()).isTrue();
		});
	}

	@Test
	void databaseIsRequired() {
		this.runner.withPropertyValues(JDBC)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("spring.datasource.url"));
		this.withDatabase.withPropertyValues(JDBC)
			.withClassLoader(new FilteredClassLoader(DataSourceScriptDatabaseInitializer.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("spring-boot-starter-jdbc"));
	}

	@Test
	void nothingOfItIsNeeded() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.springframework.boot.jdbc",
					"org.springframework.boot.sql", "org.springframework.transaction", "io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConversationStore.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.store.retention=0s", "realtime.store.heartbeat=-1s",
			"realtime.store.max-writes=0", "realtime.store.max-wait=0s", "realtime.store.jdbc.timeout=0s" })
	void badValueIsRefused(String property) {
		this.withDatabase.withPropertyValues(JDBC, property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining(property.substring(0, property.indexOf('='))));
	}

	@Test
	void typeThatDoesNotExistIsRefused() {
		this.withDatabase.withPropertyValues("realtime.store.type=jbdc")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("jbdc"));
	}

	private RealtimeSession open(RealtimeClient client) {
		RealtimeSession session = client.open(StoreOptions.ofUser("ann").addTo(client.defaultSpec()));
		session.open().orTimeout(20, TimeUnit.SECONDS).join();
		return session;
	}

	private void say(String id, String text) {
		List<ScriptedTransport.ScriptedConnection> connections = this.transport.connections();
		connections.get(connections.size() - 1)
			.receive(
					"{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":{\"type\":\"message\",\"id\":\""
							+ id
							+ "\",\"role\":\"user\",\"status\":\"completed\",\"content\":[{\"type\":\"input_text\",\"text\":\""
							+ text + "\"}]}}");
	}

	private static List<String> texts(StoredConversation stored) {
		List<ConversationEntry> entries = stored.conversation().entries();
		return entries.stream().map((entry) -> ((MessageEntry) entry).text()).toList();
	}

	/**
	 * A store that takes nothing until it may.
	 */
	private static final class FailingStore implements ConversationStore {

		private final InMemoryConversationStore store = new InMemoryConversationStore();

		private volatile boolean failing = true;

		@Override
		public void write(ConversationWrite write) {
			if (this.failing) {
				throw new IllegalStateException("no store");
			}
			this.store.write(write);
		}

		@Override
		public ClaimedConversation claim(String id, long owner, UnaryOperator<String> details) {
			return this.store.claim(id, owner, details);
		}

		@Override
		public ConversationHeader find(String id) {
			return this.store.find(id);
		}

		@Override
		public List<ItemRecord> items(String id) {
			return this.store.items(id);
		}

		@Override
		public List<ConversationHeader> findByUser(String user, int limit) {
			return this.store.findByUser(user, limit);
		}

		@Override
		public boolean delete(String id) {
			return this.store.delete(id);
		}

		@Override
		public int deleteByUser(String user) {
			return this.store.deleteByUser(user);
		}

		@Override
		public int deleteUpdatedBefore(Instant time, int limit) {
			return this.store.deleteUpdatedBefore(time, limit);
		}

	}

}
