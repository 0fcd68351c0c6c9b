package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.codec.Dialect;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.spring.event.LoggingListenerErrorHandler;
import io.realtime4j.spring.event.RealtimeEventPublisher;
import io.realtime4j.transport.RealtimeTransport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link RealtimeAutoConfiguration}.
 */
class RealtimeAutoConfigurationTests {

	private final ScriptedTransport transport = ScriptedTransport.silent();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withPropertyValues("realtime.session.auto-open=false");

	@Test
	void beansAreThereByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(RealtimeConnectionDetails.class)
			.hasSingleBean(RealtimeEndpoint.class)
			.hasSingleBean(RealtimeClient.class)
			.hasSingleBean(RealtimeSession.class)
			.hasSingleBean(SessionSpec.class)
			.hasSingleBean(RealtimeEventPublisher.class)
			.hasSingleBean(LoggingListenerErrorHandler.class));
	}

	@Test
	void whenNettyAndTomcatAreAbsentOwnTransportWorks() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.netty", "org.apache.tomcat"))
			.run((context) -> assertThat(context).hasSingleBean(RealtimeClient.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.testcontainers", "org.testcontainers" })
	void whenTestcontainersIsAbsentContextStarts(String filtered) {
		this.contextRunner.withClassLoader(new FilteredClassLoader(filtered))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(classes = { Executor.class, ScheduledExecutorService.class })
	void noExecutorIsVisibleByType(Class<?> type) {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(type));
	}

	@Test
	void executorsOfBootStayAsTheyAre() {
		this.contextRunner
			.withConfiguration(
					AutoConfigurations.of(TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
			.run((context) -> assertThat(context).hasBean("applicationTaskExecutor"));
	}

	@Nested
	class BackOff {

		@Test
		void whenHasUserDefinedConnectionDetailsBeanDoesNotNeedKey() {
			RealtimeContext.runner()
				.withBean(RealtimeTransport.class, () -> RealtimeAutoConfigurationTests.this.transport)
				.withBean(RealtimeConnectionDetails.class, () -> () -> URI.create("ws://localhost:1234/v1"))
				.run((context) -> assertThat(context).doesNotHaveBean(PropertiesRealtimeConnectionDetails.class)
					.getBean(RealtimeEndpoint.class)
					.extracting(RealtimeEndpoint::baseUrl)
					.isEqualTo(URI.create("ws://localhost:1234/v1")));
		}

		@Test
		void whenHasUserDefinedEndpointBeanDoesNotAutoConfigureEndpoint() {
			RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("ws://localhost"), Dialect.GA, Map::of, false);
			RealtimeAutoConfigurationTests.this.contextRunner.withBean(RealtimeEndpoint.class, () -> endpoint)
				.run((context) -> assertThat(context).getBean(RealtimeEndpoint.class).isSameAs(endpoint));
		}

		@Test
		void whenHasUserDefinedTransportBeanDoesNotAutoConfigureTransport() {
			RealtimeAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context).getBean(RealtimeTransport.class)
					.isSameAs(RealtimeAutoConfigurationTests.this.transport));
		}

		@Test
		void whenHasUserDefinedClientBeanDoesNotAutoConfigureClient() {
			RealtimeClient client = DefaultRealtimeClient.builder((request, listener) -> {
			}, new RealtimeEndpoint(URI.create("ws://localhost"), Dialect.GA, Map::of, false))
				.listenerExecutor(Runnable::run)
				.scheduler(mock(ScheduledExecutorService.class))
				.build();
			RealtimeAutoConfigurationTests.this.contextRunner.withBean(RealtimeClient.class, () -> client)
				.run((context) -> assertThat(context).getBean(RealtimeClient.class).isSameAs(client));
		}

		@Test
		void whenHasUserDefinedSessionBeanDoesNotAutoConfigureSessionNorOpenIt() {
			RealtimeSession session = mock(RealtimeSession.class);
			RealtimeAutoConfigurationTests.this.contextRunner.withBean(RealtimeSession.class, () -> session)
				.withPropertyValues("realtime.session.auto-open=true")
				.run((context) -> {
					assertThat(context).getBean(RealtimeSession.class).isSameAs(session);
					assertThat(context).doesNotHaveBean(RealtimeSessionOpener.class);
					then(session).should(never()).open();
				});
		}

		@Test
		void whenHasUserDefinedSpecBeanSessionIsOfIt() {
			SessionSpec spec = SessionSpec.builder(RealtimeSessionSettings.builder().build())
				.attribute("tenant", "a")
				.build();
			RealtimeAutoConfigurationTests.this.contextRunner.withBean(SessionSpec.class, () -> spec)
				.run((context) -> assertThat(context.getBean(RealtimeSession.class).attributes())
					.containsEntry("tenant", "a"));
		}

		@Test
		void whenHasUserDefinedPublisherBeanDoesNotAutoConfigurePublisher() {
			RealtimeEventPublisher publisher = new RealtimeEventPublisher((event) -> {
			});
			RealtimeAutoConfigurationTests.this.contextRunner.withBean(RealtimeEventPublisher.class, () -> publisher)
				.run((context) -> assertThat(context).getBean(RealtimeEventPublisher.class).isSameAs(publisher));
		}

		@Test
		void whenHasUserDefinedErrorHandlerBeanDoesNotAutoConfigureErrorHandler() {
			RealtimeAutoConfigurationTests.this.contextRunner
				.withBean(ListenerErrorHandler.class, () -> mock(ListenerErrorHandler.class))
				.run((context) -> assertThat(context).doesNotHaveBean(LoggingListenerErrorHandler.class));
		}

	}

	@Nested
	class Customizing {

		private final ApplicationContextRunner contextRunner = RealtimeAutoConfigurationTests.this.contextRunner;

		@Test
		void sessionCustomizersComeInOrderAfterProperties() {
			this.contextRunner.withPropertyValues("realtime.session.instructions=of properties")
				.withUserConfiguration(SessionCustomizers.class)
				.run((context) -> assertThat(context.getBean(SessionSpec.class).settings()).isInstanceOfSatisfying(
						RealtimeSessionSettings.class,
						(settings) -> assertThat(settings.instructions()).isEqualTo("second")));
		}

		@Test
		void specCustomizerAddsAttributes() {
			this.contextRunner
				.withBean(RealtimeSessionSpecCustomizer.class, () -> (spec) -> spec.attribute("tenant", "a"))
				.run((context) -> assertThat(context.getBean(RealtimeSession.class).attributes())
					.containsEntry("tenant", "a"));
		}

		@Test
		void clientBuilderCustomizerIsApplied() {
			RealtimeClientBuilderCustomizer customizer = mock(RealtimeClientBuilderCustomizer.class);
			this.contextRunner.withBean(RealtimeClientBuilderCustomizer.class, () -> customizer)
				.run((context) -> then(customizer).should().customize(any()));
		}

		@Test
		void limitsAndTimeoutsAreThoseOfCoreByDefault() {
			RealtimeContext.runner()
				.withPropertyValues(RealtimeContext.KEY, "realtime.session.auto-open=false")
				.run((context) -> {
					RealtimeProperties properties = context.getBean(RealtimeProperties.class);
					assertThat(new SessionLimits(properties.getInbox().getMaxEvents(),
							properties.getInbox().getMaxSize().toBytes(), properties.getOutbox().getMaxEvents(),
							properties.getOutbox().getMaxSize().toBytes()))
						.isEqualTo(SessionLimits.defaults());
					assertThat(new SessionTimeouts(properties.getConnectTimeout(), properties.getOpenTimeout(),
							properties.getCloseTimeout(), properties.getResponseTimeout(),
							properties.getAcknowledgementTimeout(), properties.getPlaybackTimeout()))
						.isEqualTo(SessionTimeouts.defaults());
				});
		}

		@Test
		void listenerBeansHearOfAllSessions() {
			RealtimeListener listener = mock(RealtimeListener.class);
			ScriptedTransport opening = ScriptedTransport.opening();
			RealtimeContext.runner(opening).withBean(RealtimeListener.class, () -> listener).run((context) -> {
				RealtimeSession session = context.getBean(RealtimeSession.class);
				await().untilAsserted(() -> then(listener).should(atLeastOnce())
					.onEvent(eq(session), any(ServerEvent.class), anyString()));
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SessionCustomizers {

		@Bean
		@Order(2)
		RealtimeSessionCustomizer second() {
			return (settings) -> settings.instructions("second");
		}

		@Bean
		@Order(1)
		RealtimeSessionCustomizer first() {
			return (settings) -> settings.instructions("first");
		}

	}

}
