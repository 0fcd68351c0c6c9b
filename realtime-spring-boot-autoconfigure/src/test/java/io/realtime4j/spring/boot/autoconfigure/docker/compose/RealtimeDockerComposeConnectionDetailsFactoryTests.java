package io.realtime4j.spring.boot.autoconfigure.docker.compose;

import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.List;
import java.util.Map;

import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RealtimeDockerComposeConnectionDetailsFactory}.
 */
class RealtimeDockerComposeConnectionDetailsFactoryTests {

	private static final Map<String, String> LABELS = Map.of("org.springframework.boot.service-connection", "realtime");

	@Test
	void labelledServiceIsConnectedToWithoutKeyAndUnencrypted() {
		RealtimeConnectionDetails details = details(new Service("acme/voice:1", LABELS, List.of(32768)));
		assertThat(details.getBaseUrl()).isEqualTo(URI.create("ws://docker.example:32768/v1"));
		assertThat(details.getHeaders()).isEmpty();
		assertThat(details.getSslBundle()).isNull();
		assertThat(details.isUnencryptedAllowed()).isTrue();
	}

	@Test
	void imageNamedRealtimeNeedsNoLabel() {
		assertThat(details(new Service("realtime:1", Map.of(), List.of(32768))).getBaseUrl())
			.isEqualTo(URI.create("ws://docker.example:32768/v1"));
	}

	@Test
	void otherServicesAreLeftAlone() {
		assertThat(all(new Service("redis:8", Map.of(), List.of(32768)))).isEmpty();
	}

	@Test
	void serviceWithoutPortIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> all(new Service("acme/voice", LABELS, List.of())))
			.withMessage("The service 'voice' must publish exactly one port, but publishes 0");
	}

	private static RealtimeConnectionDetails details(RunningService service) {
		return (RealtimeConnectionDetails) all(service).get(RealtimeConnectionDetails.class);
	}

	private static Map<Class<?>, ConnectionDetails> all(RunningService service) {
		try {
			Constructor<DockerComposeConnectionSource> constructor = DockerComposeConnectionSource.class
				.getDeclaredConstructor(RunningService.class, Environment.class);
			DockerComposeConnectionSource source = BeanUtils.instantiateClass(constructor, service,
					new MockEnvironment());
			return new ConnectionDetailsFactories(null).getConnectionDetails(source, false);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A service that seems to run, without Docker.
	 */
	private record Service(String imageName, Map<String, String> labels,
			List<Integer> published) implements RunningService {

		@Override
		public String name() {
			return "voice";
		}

		@Override
		public ImageReference image() {
			return ImageReference.of(this.imageName);
		}

		@Override
		public String host() {
			return "docker.example";
		}

		@Override
		public ConnectionPorts ports() {
			List<Integer> all = this.published;
			return new ConnectionPorts() {

				@Override
				public int get(int containerPort) {
					throw new IllegalStateException("There is no port " + containerPort);
				}

				@Override
				public List<Integer> getAll() {
					return all;
				}

				@Override
				public List<Integer> getAll(String protocol) {
					return all;
				}

			};
		}

		@Override
		public Map<String, String> env() {
			return Map.of();
		}

	}

}
