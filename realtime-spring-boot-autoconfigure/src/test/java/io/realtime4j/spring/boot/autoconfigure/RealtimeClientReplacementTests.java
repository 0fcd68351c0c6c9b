package io.realtime4j.spring.boot.autoconfigure;

import java.util.List;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.spring.boot.autoconfigure.guardrail.RealtimeGuardrailAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.translation.session.TranslationClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;

/**
 * Tests for a {@link RealtimeClient} that is mocked, decorated or replaced.
 */
class RealtimeClientReplacementTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport);

	@Test
	void clientIsTheDefaultOne() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(DefaultRealtimeClient.class)
			.hasSingleBean(TranslationClient.class));
	}

	@Test
	void postProcessorDecoratesTheClient() {
		this.contextRunner.withBean(DecoratingPostProcessor.class).run((context) -> {
			DecoratedClient client = (DecoratedClient) context.getBean(RealtimeClient.class);
			assertThat(client.created).isEqualTo(1);
			RealtimeSession session = context.getBean(RealtimeSession.class);
			assertThat(client.sessions()).containsExactly(session);
			await().until(() -> session.state() == SessionState.OPEN);
			context.close();
			assertThat(client.closed).isTrue();
			assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		});
	}

	@Test
	void whenClientIsDecoratedTranslationsUseItsServer() {
		this.contextRunner.withBean(DecoratingPostProcessor.class)
			.run((context) -> assertThat(context).hasSingleBean(TranslationClient.class));
	}

	@Test
	void clientOfTheApplicationOpensTheSession() {
		RealtimeSession session = mock(RealtimeSession.class);
		RealtimeClient client = mock(RealtimeClient.class);
		given(client.create(any(SessionSpec.class))).willReturn(session);
		this.contextRunner.withPropertyValues("realtime.session.auto-open=false")
			.withBean("own", RealtimeClient.class, () -> client)
			.run((context) -> {
				assertThat(context).hasSingleBean(RealtimeClient.class)
					.hasSingleBean(TranslationClient.class)
					.getBean(RealtimeSession.class)
					.isSameAs(session);
				context.close();
				then(client).should(atLeastOnce()).close();
			});
	}

	@Nested
	@SpringJUnitConfig(MockedClient.class)
	@TestPropertySource(properties = RealtimeContext.KEY)
	class Mocked {

		@MockitoBean
		private RealtimeClient client;

		@Test
		void contextStartsWithMock(@Autowired List<RealtimeClient> clients) {
			assertThat(clients).containsExactly(this.client);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RealtimeAutoConfiguration.class, RealtimeToolAutoConfiguration.class,
			RealtimeUsageAutoConfiguration.class, RealtimeGuardrailAutoConfiguration.class })
	static class MockedClient {

		@Bean
		ScriptedTransport transport() {
			return ScriptedTransport.silent();
		}

	}

	static class DecoratingPostProcessor implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			return (bean instanceof RealtimeClient client) ? new DecoratedClient(client) : bean;
		}

	}

	static class DecoratedClient implements RealtimeClient {

		private final RealtimeClient delegate;

		private int created;

		private boolean closed;

		DecoratedClient(RealtimeClient delegate) {
			this.delegate = delegate;
		}

		@Override
		public SessionSpec defaultSpec() {
			return this.delegate.defaultSpec();
		}

		@Override
		public RealtimeSession open(SessionSpec spec) {
			return this.delegate.open(spec);
		}

		@Override
		public RealtimeSession create(SessionSpec spec) {
			this.created++;
			return this.delegate.create(spec);
		}

		@Override
		public List<RealtimeSession> sessions() {
			return this.delegate.sessions();
		}

		@Override
		public void close() {
			this.closed = true;
			this.delegate.close();
		}

	}

}
