package io.realtime4j.spring.boot.autoconfigure;

import java.util.Map;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for the connections that {@link RealtimeAutoConfiguration} asks the transport
 * for.
 */
class RealtimeConnectionTests {

	private final ScriptedTransport transport = ScriptedTransport.silent();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withPropertyValues("realtime.close-timeout=10ms");

	@Test
	void keyIsBearerToken() {
		assertHeaders(this.contextRunner, Map.of("Authorization", "Bearer test-key"));
	}

	@Test
	void keyGoesAsItIsInOtherHeader() {
		assertHeaders(this.contextRunner.withPropertyValues("realtime.authentication.header=api-key"),
				Map.of("api-key", "test-key"));
	}

	@Test
	void keyIsStripped() {
		assertHeaders(this.contextRunner.withPropertyValues("realtime.api-key= key-of-file\n"),
				Map.of("Authorization", "Bearer key-of-file"));
	}

	@Test
	void organizationAndProjectAreHeaders() {
		assertHeaders(this.contextRunner.withPropertyValues("realtime.organization=org_1", "realtime.project=proj_1"),
				Map.of("Authorization", "Bearer test-key", "OpenAI-Organization", "org_1", "OpenAI-Project", "proj_1"));
	}

	@Test
	void betaDialectIsAskedFor() {
		assertHeaders(this.contextRunner.withPropertyValues("realtime.dialect=beta"),
				Map.of("Authorization", "Bearer test-key", "OpenAI-Beta", "realtime=v1"));
	}

	@Test
	void headersCustomizersComeInOrderAndChangeCredentials() {
		assertHeaders(this.contextRunner.withUserConfiguration(HeadersCustomizers.class),
				Map.of("Authorization", "Bearer second"));
	}

	@Test
	void headersCustomizerMakesKeyUnnecessary() {
		assertHeaders(this.contextRunner.withPropertyValues("realtime.api-key=")
			.withBean(RealtimeHeadersCustomizer.class, () -> (headers) -> headers.put("Authorization", "Bearer token")),
				Map.of("Authorization", "Bearer token"));
	}

	@Test
	void headersCustomizerIsCalledForEachConnection() {
		RealtimeHeadersCustomizer customizer = mock(RealtimeHeadersCustomizer.class);
		this.contextRunner.withBean(RealtimeHeadersCustomizer.class, () -> customizer)
			.withPropertyValues("realtime.session.auto-open=false")
			.run((context) -> {
				RealtimeClient client = context.getBean(RealtimeClient.class);
				client.open(context.getBean(SessionSpec.class));
				client.open(context.getBean(SessionSpec.class));
				then(customizer).should(times(2)).customize(any());
			});
	}

	@Test
	void addressIsThatOfOpenAiAndModelIsGptRealtime() {
		assertAddress(this.contextRunner, "wss://api.openai.com/v1/realtime?model=gpt-realtime");
	}

	@Test
	void addressIsOfBaseUrlAndModel() {
		assertAddress(
				this.contextRunner.withPropertyValues("realtime.base-url=https://r.openai.azure.com/openai/v1",
						"realtime.session.model=my-deployment"),
				"wss://r.openai.azure.com/openai/v1/realtime?model=my-deployment");
	}

	@Test
	void unencryptedConnectionIsAllowedByProperty() {
		assertAddress(this.contextRunner.withPropertyValues("realtime.base-url=http://inner.example:8080/v1",
				"realtime.allow-unencrypted=true"), "ws://inner.example:8080/v1/realtime?model=gpt-realtime");
	}

	@Test
	void handshakeTimeoutIsThatOfProperty() {
		this.contextRunner.withPropertyValues("realtime.connect-timeout=3s").run((context) -> {
			await().until(() -> this.transport.connections().size() == 1);
			assertThat(this.transport.connection().request().timeout()).hasSeconds(3);
		});
	}

	@Test
	void unknownSslBundleFails() {
		RealtimeContext.runner()
			.withPropertyValues(RealtimeContext.KEY, "realtime.ssl.bundle=absent")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoSuchSslBundleException.class));
	}

	private void assertHeaders(ApplicationContextRunner runner, Map<String, String> headers) {
		runner.run((context) -> {
			await().until(() -> this.transport.connections().size() == 1);
			assertThat(this.transport.connection().request().headers()).isEqualTo(headers);
		});
	}

	private void assertAddress(ApplicationContextRunner runner, String address) {
		runner.run((context) -> {
			await().until(() -> this.transport.connections().size() == 1);
			assertThat(this.transport.connection().request().uri()).hasToString(address);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class HeadersCustomizers {

		@Bean
		@Order(2)
		RealtimeHeadersCustomizer second() {
			return (headers) -> headers.computeIfPresent("authorization", (name, value) -> "Bearer second");
		}

		@Bean
		@Order(1)
		RealtimeHeadersCustomizer first() {
			return (headers) -> headers.put("authorization", "Bearer first");
		}

	}

}
