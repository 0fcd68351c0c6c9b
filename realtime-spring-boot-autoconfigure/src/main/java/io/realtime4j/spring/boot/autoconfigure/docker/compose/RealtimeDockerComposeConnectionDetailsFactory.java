package io.realtime4j.spring.boot.autoconfigure.docker.compose;

import java.net.URI;
import java.util.List;

import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

/**
 * {@link DockerComposeConnectionDetailsFactory} to create
 * {@link RealtimeConnectionDetails} from a service that speaks the realtime protocol at
 * its one published port. No image is known for that: the service says so by the label
 * {@code org.springframework.boot.service-connection: realtime}, or has an image named
 * {@code realtime}.
 */
class RealtimeDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<RealtimeConnectionDetails> {

	RealtimeDockerComposeConnectionDetailsFactory() {
		super("realtime");
	}

	@Override
	protected RealtimeConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new RealtimeDockerComposeConnectionDetails(source.getRunningService());
	}

	/**
	 * {@link RealtimeConnectionDetails} backed by a {@link RunningService}.
	 */
	private static final class RealtimeDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements RealtimeConnectionDetails {

		private final URI baseUrl;

		private final @Nullable SslBundle sslBundle;

		RealtimeDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.sslBundle = getSslBundle(service);
			List<Integer> ports = service.ports().getAll("tcp");
			Assert.state(ports.size() == 1, () -> "The service '" + service.name()
					+ "' must publish exactly one port, but publishes " + ports.size());
			String scheme = (this.sslBundle != null) ? "wss" : "ws";
			this.baseUrl = URI.create(scheme + "://" + service.host() + ":" + ports.get(0) + "/v1");
		}

		@Override
		public URI getBaseUrl() {
			return this.baseUrl;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

		@Override
		public boolean isUnencryptedAllowed() {
			return true;
		}

	}

}
