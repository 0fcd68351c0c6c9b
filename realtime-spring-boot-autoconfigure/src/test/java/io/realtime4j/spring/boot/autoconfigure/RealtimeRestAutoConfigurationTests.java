package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.rest.RealtimeRestClients;
import io.realtime4j.spring.rest.RealtimeRestException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RealtimeRestAutoConfiguration}.
 */
class RealtimeRestAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(ScriptedTransport.silent())
		.withConfiguration(AutoConfigurations.of(RealtimeRestAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false");

	@Test
	void clientGoesToTheServerOfSessions() {
		this.contextRunner.withPropertyValues("realtime.base-url=http://127.0.0.1:1/v1")
			.run((context) -> assertThatExceptionOfType(RealtimeRestException.class)
				.isThrownBy(() -> context.getBean(RealtimeRestClient.class).hangUpCall("rtc_1"))
				.withMessageStartingWith("The service could not be asked"));
	}

	@Test
	void builderOfTheApplicationIsUsedAndLeftAsItIs() {
		RestClient.Builder builder = RestClient.builder().requestInterceptor((request, body, execution) -> {
			throw new IllegalStateException("seen");
		});
		this.contextRunner.withBean(RestClient.Builder.class, () -> builder).run((context) -> {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> context.getBean(RealtimeRestClient.class).hangUpCall("rtc_1"))
				.withMessage("seen");
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> builder.build().get().uri("http://127.0.0.1:1/").retrieve().toBodilessEntity())
				.withMessage("seen");
		});
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
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("realtimeRestClient"));
	}

}
