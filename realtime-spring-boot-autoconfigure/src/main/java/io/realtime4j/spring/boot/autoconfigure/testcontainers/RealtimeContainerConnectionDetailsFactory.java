package io.realtime4j.spring.boot.autoconfigure.testcontainers;

import java.net.URI;

import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;

/**
 * {@link ContainerConnectionDetailsFactory} to create {@link RealtimeConnectionDetails}
 * from a {@link ServiceConnection @ServiceConnection}-annotated container that serves the
 * realtime protocol at its first exposed port. The connection name is {@code realtime}.
 */
class RealtimeContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, RealtimeConnectionDetails> {

	RealtimeContainerConnectionDetailsFactory() {
		super("realtime");
	}

	@Override
	protected RealtimeConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new RealtimeContainerConnectionDetails(source);
	}

	/**
	 * {@link RealtimeConnectionDetails} backed by a {@link ContainerConnectionSource}.
	 */
	private static final class RealtimeContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements RealtimeConnectionDetails {

		RealtimeContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public URI getBaseUrl() {
			String scheme = (getSslBundle() != null) ? "wss" : "ws";
			Container<?> container = getContainer();
			return URI.create(scheme + "://" + container.getHost() + ":" + container.getFirstMappedPort() + "/v1");
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

		@Override
		public boolean isUnencryptedAllowed() {
			return true;
		}

	}

}
