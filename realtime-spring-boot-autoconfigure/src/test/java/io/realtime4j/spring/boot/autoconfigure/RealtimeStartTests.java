package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionConnecting;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.event.RealtimeEvent;
import jakarta.annotation.PostConstruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for sessions that are used while the application starts, and for applications
 * that stop and start again.
 */
class RealtimeStartTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport);

	@ParameterizedTest
	@ValueSource(strings = { "spring.main.lazy-initialization=false", "realtime.session.auto-open=false" })
	void eventsBeforeListenersAreThereAreHeld(String property) {
		this.contextRunner.withPropertyValues(property)
			.withUserConfiguration(EarlyUse.class, SlowBean.class, HeardConfiguration.class)
			.run((context) -> {
				Heard heard = context.getBean(Heard.class);
				await().until(() -> heard.types().contains("realtime4j.session.opened"));
				assertThat(heard.types().get(0)).isEqualTo(new SessionConnecting().type());
				assertThat(heard.types()).containsSubsequence("session.created", "realtime4j.session.opened")
					.doesNotHaveDuplicates();
			});
	}

	@Test
	void futuresCompleteBeforeListenersAreThere() {
		this.contextRunner.withUserConfiguration(BlockingUse.class, HeardConfiguration.class).run((context) -> {
			assertThat(context).hasNotFailed();
			await().until(() -> context.getBean(Heard.class).types().contains("realtime4j.session.opened"));
		});
	}

	@Test
	void listenersOfSessionsHearWhileEventsAreHeld() {
		this.contextRunner.withUserConfiguration(ListeningUse.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void lazyListenersHearWhatWasHeld() {
		this.contextRunner.withUserConfiguration(EarlyUse.class, LazyHeardConfiguration.class)
			.run((context) -> await()
				.until(() -> context.getBean(Heard.class).types().contains("realtime4j.session.opened")));
	}

	@Test
	void whatStartsFirstMayWaitForAnEvent() {
		this.contextRunner.withUserConfiguration(EarlyPhase.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(EarlyPhase.class)
				.satisfies((early) -> assertThat(early.created).isDone()));
	}

	@Test
	void whenStartFailsWhatIsHeldIsForgottenAndNothingIsLeft() {
		List<Object> heard = Collections.synchronizedList(new ArrayList<>());
		this.contextRunner.withUserConfiguration(EarlyUse.class, FailingBean.class)
			.withBean(Heard.class, () -> new Heard(heard))
			.run((context) -> {
				assertThat(context).getFailure().isInstanceOf(BeanCreationException.class);
				await().until(() -> RealtimeLifecycleTests.threads().isEmpty());
				assertThat(heard).isEmpty();
			});
	}

	@Test
	void whenContextStartsAgainSessionOpensAgainAndEventsArePublished() {
		this.contextRunner.withUserConfiguration(HeardConfiguration.class).run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			Heard heard = context.getBean(Heard.class);
			for (int times = 1; times <= 3; times++) {
				int opened = times;
				await().until(() -> heard.count(SessionOpened.class) == opened);
				context.stop();
				assertThat(session.state()).isEqualTo(SessionState.CLOSED);
				assertThat(heard.count(SessionClosed.class)).isEqualTo(times);
				context.start();
			}
			await().until(() -> heard.count(SessionOpened.class) == 4);
			assertThat(this.transport.connections()).hasSize(4);
			assertThat(context.getBean(RealtimeClient.class).sessions()).containsExactly(session);
		});
	}

	@Test
	void whenContextStartsAgainNewSessionsAreHeard() {
		this.contextRunner.withPropertyValues("realtime.session.auto-open=false")
			.withUserConfiguration(HeardConfiguration.class)
			.run((context) -> {
				context.stop();
				context.start();
				RealtimeSession session = context.getBean(RealtimeClient.class)
					.open(context.getBean(SessionSpec.class));
				await().until(() -> context.getBean(Heard.class).count(SessionOpened.class) == 1);
				context.close();
				assertThat(session.state()).isEqualTo(SessionState.CLOSED);
				assertThat(context.getBeanFactory().getSingletonCount()).isZero();
			});
	}

	@Test
	void whenContextStartsAgainAndAutoOpenIsOffFirstUseOpens() {
		this.contextRunner.withPropertyValues("realtime.session.auto-open=false").run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			session.sendText("Hello");
			context.stop();
			context.start();
			assertThat(session.state()).isEqualTo(SessionState.NEW);
			session.sendText("Hello again");
			assertThat(session.state()).isEqualTo(SessionState.OPEN);
		});
	}

	@Test
	void whenContextStartsAgainFailFastWaitsUntilSessionIsOpen() {
		this.contextRunner.withPropertyValues("realtime.session.fail-fast=true").run((context) -> {
			context.stop();
			context.start();
			assertThat(context.getBean(RealtimeSession.class).state()).isEqualTo(SessionState.OPEN);
		});
	}

	@Test
	void whatStartsFirstMayUseTheSessionWhenContextStartsAgain() {
		this.contextRunner.withUserConfiguration(EarlyPhase.class).run((context) -> {
			context.stop();
			context.start();
			assertThat(context.getBean(EarlyPhase.class).starts).isEqualTo(2);
		});
	}

	@Test
	void sessionThatTheApplicationClosedBeforeTheStartStaysClosed() {
		this.contextRunner.withUserConfiguration(EarlyClose.class)
			.run((context) -> assertThat(context.getBean(RealtimeSession.class).state())
				.isEqualTo(SessionState.CLOSED));
	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyUse {

		private final RealtimeSession session;

		EarlyUse(RealtimeSession session) {
			this.session = session;
		}

		@PostConstruct
		void init() {
			this.session.ask("hello");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BlockingUse {

		BlockingUse(RealtimeSession session) {
			session.open().orTimeout(60, TimeUnit.SECONDS).join();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ListeningUse {

		ListeningUse(RealtimeClient client, SessionSpec spec) throws InterruptedException {
			CountDownLatch opened = new CountDownLatch(1);
			client.open(SessionSpec.builder(spec.settings()).listener(new RealtimeListener() {

				@Override
				public void onSessionEvent(RealtimeSession session, SessionEvent event) {
					if (event instanceof SessionOpened) {
						opened.countDown();
					}
				}

			}).build());
			assertThat(opened.await(60, TimeUnit.SECONDS)).isTrue();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyClose {

		EarlyClose(RealtimeSession session) {
			session.close();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SlowBean {

		// Slow is until the session is open
		@Bean
		@DependsOn("realtimeStartTests.EarlyUse")
		InitializingBean slow(RealtimeSession session) {
			return () -> await().until(() -> session.state() == SessionState.OPEN);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingBean {

		@Bean
		InitializingBean failing(RealtimeSession session) {
			return () -> {
				await().until(() -> session.state() == SessionState.OPEN);
				throw new IllegalStateException("fails");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyPhase implements SmartLifecycle {

		private final RealtimeSession session;

		private final CompletableFuture<Void> created = new CompletableFuture<>();

		private int starts;

		private boolean running;

		EarlyPhase(RealtimeSession session) {
			this.session = session;
		}

		@EventListener
		void on(SessionCreated event) {
			this.created.complete(null);
		}

		@Override
		public int getPhase() {
			return 0;
		}

		@Override
		public void start() {
			this.session.sendText("Hello");
			this.created.orTimeout(60, TimeUnit.SECONDS).join();
			this.starts++;
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HeardConfiguration {

		@Bean
		Heard heard() {
			return new Heard(Collections.synchronizedList(new ArrayList<>()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyHeardConfiguration {

		@Bean
		@Lazy
		Heard heard() {
			return new Heard(Collections.synchronizedList(new ArrayList<>()));
		}

	}

	static class Heard {

		private final List<Object> events;

		Heard(List<Object> events) {
			this.events = events;
		}

		@EventListener
		void on(RealtimeEvent<?> event) {
			this.events.add(event.getPayload());
		}

		List<String> types() {
			return List.copyOf(this.events)
				.stream()
				.map(RealtimeMessage.class::cast)
				.map(RealtimeMessage::type)
				.toList();
		}

		long count(Class<?> type) {
			return List.copyOf(this.events).stream().filter(type::isInstance).count();
		}

	}

}
