package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.external.RealtimeExternalEventsAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.external.ExternalEvent;
import io.realtime4j.spring.external.ExternalEventsDropped;
import io.realtime4j.spring.external.ExternalOutbox;
import io.realtime4j.spring.external.SessionEnded;
import io.realtime4j.spring.external.TurnFinished;
import io.realtime4j.spring.service.ServiceTalk;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how events for other systems are published: in order, apart from the session,
 * again if a listener fails, and in transactions.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeExternalOutboxTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner enabled = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeExternalEventsAutoConfiguration.class,
				RealtimeUsageAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false", "realtime.session.model=gpt-realtime",
				"realtime.external-events.enabled=true");

	@Test
	void slowListenerDelaysNeitherTheSessionNorTheOrder() {
		this.enabled.withBean(Slow.class).run((context) -> {
			RealtimeSession session = open(context);
			CountDownLatch delivered = new CountDownLatch(1);
			session.on(ConversationItemInputAudioTranscriptionCompleted.class, (event) -> delivered.countDown());
			Slow slow = context.getBean(Slow.class);
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			assertThat(slow.entered.await(10, TimeUnit.SECONDS)).isTrue();
			receive(ServiceTalk.answer("item_2", "Hello", new byte[48]));
			receive(ServiceTalk.question("item_3", "Hello"));
			assertThat(delivered.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(slow.turns).isEmpty();
			slow.released.countDown();
			await().untilAsserted(() -> assertThat(slow.turns).extracting(TurnFinished::turnId)
				.containsExactly("item_1", "item_2", "item_3"));
		});
	}

	@Test
	void eventsThatFindNoPlaceAreGivenUpAndToldOfButTheEndIsPublished() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.enabled.withBean(Slow.class)
			.withBean(MeterRegistry.class, () -> registry)
			.withPropertyValues("realtime.external-events.queue-size=1")
			.run((context) -> {
				RealtimeSession session = open(context);
				Slow slow = context.getBean(Slow.class);
				receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
				assertThat(slow.entered.await(10, TimeUnit.SECONDS)).isTrue();
				receive(ServiceTalk.question("item_2", "Hello"));
				session.close();
				await().until(() -> registry.get("realtime.external.waiting").gauge().value() == 2);
				assertThat(registry.get("realtime.external.dropped").functionCounter().count()).isPositive();
				slow.released.countDown();
				await().untilAsserted(() -> assertThat(slow.ends).hasSize(1));
				await().until(() -> registry.get("realtime.external.waiting").gauge().value() == 0);
				assertThat(slow.dropped).extracting(ExternalEventsDropped::sessionId).contains(session.id());
				assertThat(slow.dropped.stream().mapToLong(ExternalEventsDropped::count).sum())
					.isEqualTo((long) registry.get("realtime.external.dropped").functionCounter().count());
			});
	}

	@Test
	void eventWhoseListenerFailsIsPublishedAgainBeforeTheNext() {
		this.enabled.withBean(Failing.class, () -> new Failing(2)).run((context) -> {
			open(context);
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			receive(ServiceTalk.answer("item_2", "Hello", new byte[48]));
			Failing failing = context.getBean(Failing.class);
			await().untilAsserted(() -> assertThat(failing.turns).extracting(TurnFinished::turnId)
				.containsExactly("item_1", "item_1", "item_1", "item_2"));
			assertThat(failing.turns.subList(0, 3)).extracting(TurnFinished::id)
				.containsOnly(failing.turns.get(0).id());
		});
	}

	@Test
	void eventWhoseListenersAlwaysFailIsGivenUp(CapturedOutput output) {
		this.enabled.withBean(Failing.class, () -> new Failing(2))
			.withPropertyValues("realtime.external-events.max-attempts=2")
			.run((context) -> {
				open(context);
				receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
				receive(ServiceTalk.answer("item_2", "Hello", new byte[48]));
				Failing failing = context.getBean(Failing.class);
				await().untilAsserted(() -> assertThat(failing.turns).extracting(TurnFinished::turnId)
					.containsExactly("item_1", "item_1", "item_2"));
				assertThat(context.getBean(ExternalOutbox.class).dropped()).isOne();
				assertThat(output).contains("given up, because it cannot be published");
			});
	}

	@Test
	void whatWaitsIsPublishedBeforeTheApplicationEnds() {
		Heard heard = new Heard();
		this.enabled.withBean(Heard.class, () -> heard).run((context) -> {
			open(context);
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
		});
		assertThat(List.copyOf(heard.events)).hasAtLeastOneElementOfType(TurnFinished.class)
			.hasAtLeastOneElementOfType(SessionEnded.class);
	}

	@Test
	void eventsArePublishedInTransactionsWhereThereAreAny() {
		this.enabled.withUserConfiguration(Database.class).withBean(Transactional.class).run((context) -> {
			open(context);
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			Transactional listener = context.getBean(Transactional.class);
			await().untilAsserted(() -> assertThat(listener.committed).hasSize(1));
			assertThat(listener.inTransaction).containsExactly(true);
		});
	}

	private RealtimeSession open(ApplicationContext context) {
		RealtimeSession session = context.getBean(RealtimeClient.class).open();
		session.open().join();
		return session;
	}

	private void receive(List<String> events) {
		this.transport.connection().receive(events);
	}

	private static org.awaitility.core.ConditionFactory await() {
		return Awaitility.await().atMost(20, TimeUnit.SECONDS);
	}

	static class Heard {

		final List<ExternalEvent> events = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(ExternalEvent event) {
			this.events.add(event);
		}

	}

	static class Slow {

		final CountDownLatch entered = new CountDownLatch(1);

		final CountDownLatch released = new CountDownLatch(1);

		final List<TurnFinished> turns = Collections.synchronizedList(new ArrayList<>());

		final List<SessionEnded> ends = Collections.synchronizedList(new ArrayList<>());

		final List<ExternalEventsDropped> dropped = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(ExternalEvent event) throws InterruptedException {
			this.entered.countDown();
			this.released.await(20, TimeUnit.SECONDS);
			if (event instanceof TurnFinished turn) {
				this.turns.add(turn);
			}
			else if (event instanceof SessionEnded end) {
				this.ends.add(end);
			}
		}

		@EventListener
		void on(ExternalEventsDropped event) {
			this.dropped.add(event);
		}

	}

	static class Failing {

		final List<TurnFinished> turns = Collections.synchronizedList(new ArrayList<>());

		private final int failures;

		Failing(int failures) {
			this.failures = failures;
		}

		@EventListener
		void on(TurnFinished turn) {
			this.turns.add(turn);
			if (this.turns.size() <= this.failures) {
				throw new IllegalStateException("The broker is away");
			}
		}

	}

	static class Transactional {

		final List<ExternalEvent> committed = Collections.synchronizedList(new ArrayList<>());

		final List<Boolean> inTransaction = Collections.synchronizedList(new ArrayList<>());

		@TransactionalEventListener
		void onCommit(TurnFinished event) {
			this.committed.add(event);
		}

		@EventListener
		void on(TurnFinished event) {
			this.inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Database {

		@Bean
		DataSource dataSource() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
			return dataSource;
		}

		@Bean
		PlatformTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

}
