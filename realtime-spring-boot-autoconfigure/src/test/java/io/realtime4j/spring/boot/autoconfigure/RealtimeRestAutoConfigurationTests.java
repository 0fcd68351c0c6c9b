package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.rest.RealtimeRestClients;
import io.realtime4j.spring.rest.RealtimeRestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RealtimeRestAutoConfiguration}.
 */
class RealtimeRestAutoConfigurationTests {

	private static final ClientHttpRequestInterceptor FAILING = (request, body, execution) -> {
		throw new IllegalStateException("seen");
	};

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(ScriptedTransport.silent())
		.withConfiguration(AutoConfigurations.of(RealtimeRestAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false");

	@Test
	void clientGoesToTheServerOfSessions() {
		this.contextRunner.withPropertyValues("realtime.base-url=http://127.0.0.1:1/v1")
			.run((context) -> assertThatExceptionOfType(RealtimeRestException.class)
				.isThrownBy(() -> context.getBean(RealtimeRestClient.class).hangUpCall("rtc_1"))
				.withMessageStartingWith("The service could not be reached"));
	}

	@Test
	void customizersOfBootAreApplied() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(RestClientAutoConfiguration.class))
			.withBean(RestClientCustomizer.class, () -> (builder) -> builder.requestInterceptor(FAILING))
			.run((context) -> assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> context.getBean(RealtimeRestClient.class).hangUpCall("rtc_1"))
				.withMessage("seen"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void buildersOfTheApplicationAreNotUsed(int builders) {
		ApplicationContextRunner runner = this.contextRunner.withPropertyValues("realtime.base-url=http://127.0.0.1:1");
		for (int i = 0; i < builders; i++) {
			runner = runner.withBean("builder" + i, RestClient.Builder.class,
					() -> RestClient.builder().requestInterceptor(FAILING));
		}
		runner.run((context) -> assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> context.getBean(RealtimeRestClient.class).hangUpCall("rtc_1"))
			.withMessageStartingWith("The service could not be reached"));
	}

	@Test
	void withoutRestClientOfBootClientWorks() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.restclient"))
			.run((context) -> assertThat(context).hasSingleBean(RealtimeRestClient.class)
				.getBean(RealtimeRestClient.class)
				.isNotNull());
	}

	@Test
	void hostWithAnUnderscoreIsAsked() {
		this.contextRunner
			.withPropertyValues("realtime.base-url=http://local_ai.invalid:1/v1", "realtime.allow-unencrypted=true")
			.run((context) -> assertThatExceptionOfType(RealtimeRestException.class)
				.isThrownBy(() -> context.getBean(RealtimeRestClient.class).hangUpCall("rtc_1"))
				.withStackTraceContaining(UnknownHostException.class.getName() + ": local_ai.invalid"));
	}

	@Test
	void whenHasUserDefinedClientItIsUsed() {
		RealtimeRestClient own = RealtimeRestClients.create(RestClient.builder(),
				new RealtimeEndpoint(URI.create("http://127.0.0.1:1"), Dialect.GA, Map::of, false));
		this.contextRunner.withBean(RealtimeRestClient.class, () -> own)
			.run((context) -> assertThat(context).getBean(RealtimeRestClient.class).isSameAs(own));
	}

	@Test
	void withoutRestClientThereIsNoClient() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(RestClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("realtime4jRestClient"));
	}

}
