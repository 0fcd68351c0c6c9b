package io.realtime4j.spring.boot.autoconfigure.testcontainers;

import java.net.URI;

import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeContainerConnectionDetailsFactory}.
 */
class RealtimeContainerConnectionDetailsFactoryTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, RealtimeAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false");

	@Test
	void detailsAreThoseOfContainer() {
		this.contextRunner.withUserConfiguration(NamedContainer.class).run((context) -> {
			RealtimeConnectionDetails details = context.getBean(RealtimeConnectionDetails.class);
			assertThat(details.getBaseUrl()).isEqualTo(URI.create("ws://docker.example:32768/v1"));
			assertThat(details.getHeaders()).isEmpty();
			assertThat(details.getSslBundle()).isNull();
			assertThat(details.isUnencryptedAllowed()).isTrue();
		});
	}

	@Test
	void clientIsOfContainerWithoutKeyAndUnencrypted() {
		this.contextRunner.withUserConfiguration(NamedContainer.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(RealtimeEndpoint.class)
				.extracting(RealtimeEndpoint::baseUrl)
				.isEqualTo(URI.create("ws://docker.example:32768/v1")));
	}

	@Test
	void keyOfPropertiesIsNotSentToContainer() {
		this.contextRunner.withUserConfiguration(NamedContainer.class)
			.withPropertyValues("realtime.api-key=sk-real")
			.run((context) -> assertThat(context.getBean(RealtimeEndpoint.class).headers().get()).isEmpty());
	}

	@Test
	void declaredTypesMayBeGeneral() {
		this.contextRunner.withUserConfiguration(GeneralContainer.class)
			.run((context) -> assertThat(context).hasSingleBean(RealtimeConnectionDetails.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class NamedContainer {

		@Bean
		@ServiceConnection("realtime")
		StubContainer container() {
			return new StubContainer("example/some-server");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GeneralContainer {

		@Bean
		@ServiceConnection(name = "realtime", type = RealtimeConnectionDetails.class)
		Container<?> container() {
			return new StubContainer("realtime");
		}

	}

	/**
	 * A container that seems to run, without Docker.
	 */
	static class StubContainer extends GenericContainer<StubContainer> {

		StubContainer(String image) {
			super(DockerImageName.parse(image));
		}

		@Override
		public String getHost() {
			return "docker.example";
		}

		@Override
		public Integer getFirstMappedPort() {
			return 32768;
		}

		@Override
		public void start() {
		}

	}

}
