package io.realtime4j.spring.boot.autoconfigure;

import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.SslHandler;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.websocket.SpringWebSocketTransport;
import io.realtime4j.spring.websocket.WebSocketTransportSettings;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.netty.NettyTransport;
import jakarta.websocket.ContainerProvider;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.client.AbstractWebSocketClient;

/**
 * The transports to choose from. To be imported in this order.
 */
final class RealtimeTransportConfiguration {

	private static final String PROPERTY = "realtime.transport";

	private RealtimeTransportConfiguration() {
	}

	private static int maxFrameSize(RealtimeProperties properties) {
		long maxFrameSize = properties.getMaxFrameSize().toBytes();
		PropertyChecks.check(maxFrameSize > 0 && maxFrameSize <= RealtimeCodec.MAX_LENGTH, "realtime.max-frame-size",
				"must be between 1B and 32MB");
		PropertyChecks.positive(properties.getSendTimeout(), "realtime.send-timeout");
		return (int) maxFrameSize;
	}

	/**
	 * The transport on Netty.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HttpClientCodec.class, SslHandler.class })
	@ConditionalOnMissingBean(RealtimeTransport.class)
	@ConditionalOnProperty(name = PROPERTY, havingValue = "netty", matchIfMissing = true)
	static class Netty {

		@Bean("realtime4jTransport")
		NettyTransport realtimeTransport(RealtimeProperties properties, RealtimeConnectionDetails details,
				RealtimeExecutors executors) {
			NettyTransport.Builder builder = NettyTransport.builder()
				.maxFrameSize(maxFrameSize(properties))
				.sendTimeout(properties.getSendTimeout())
				.closeTimeout(properties.getCloseTimeout())
				.lookupExecutor(executors.transport())
				.sslContext(new CurrentSslContext(details));
			Integer threads = properties.getNetty().getThreads();
			if (threads != null) {
				PropertyChecks.positive(threads, "realtime.netty.threads");
				builder.ioThreads(threads);
			}
			NettyTransport transport = builder.build();
			executors.transport().execute(transport::warmUp);
			return transport;
		}

	}

	/**
	 * The transport over Spring's WebSocket client and a container of Jakarta WebSocket.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ AbstractWebSocketClient.class, ContainerProvider.class })
	@ConditionalOnMissingBean(RealtimeTransport.class)
	@ConditionalOnProperty(name = PROPERTY, havingValue = "spring", matchIfMissing = true)
	static class Spring {

		@Bean("realtime4jTransport")
		SpringWebSocketTransport realtimeTransport(RealtimeProperties properties, RealtimeConnectionDetails details,
				RealtimeExecutors executors) {
			WebSocketTransportSettings settings = new WebSocketTransportSettings(maxFrameSize(properties),
					properties.getSendTimeout(), properties.getCloseTimeout(), new CurrentSslContext(details));
			return new SpringWebSocketTransport(settings, executors.transport());
		}

	}

	/**
	 * No transport, where the one that is asked for is not on the class path.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(RealtimeTransport.class)
	@ConditionalOnProperty(PROPERTY)
	static class Missing {

		@Bean("realtime4jTransport")
		RealtimeTransport realtimeTransport(RealtimeProperties properties) {
			String needed = (properties.getTransport() == RealtimeProperties.Transport.NETTY)
					? "netty-codec-http and netty-handler"
					: "spring-websocket and a WebSocket client such as tomcat-embed-websocket";
			throw new InvalidRealtimePropertyException(PROPERTY,
					"needs " + needed + ", which are not on the class path");
		}

	}

}
