package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.spring.boot.autoconfigure.session.PropertyChecks;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.websocket.SpringWebSocketTransport;
import io.realtime4j.spring.websocket.WebSocketTransportSettings;
import io.realtime4j.transport.RealtimeTransport;
import org.apache.tomcat.websocket.WsWebSocketContainer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;

/**
 * The transport over Spring's WebSocket client and that of Tomcat.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ StandardWebSocketClient.class, WsWebSocketContainer.class })
class RealtimeTransportConfiguration {

	@Bean
	@ConditionalOnMissingBean(RealtimeTransport.class)
	SpringWebSocketTransport realtimeTransport(RealtimeProperties properties, RealtimeConnectionDetails details,
			RealtimeExecutors executors) {
		long maxFrameSize = properties.getMaxFrameSize().toBytes();
		PropertyChecks.check(maxFrameSize > 0 && maxFrameSize <= RealtimeCodec.MAX_LENGTH, "realtime.max-frame-size",
				"must be between 1B and 32MB");
		PropertyChecks.positive(properties.getSendTimeout(), "realtime.send-timeout");
		SslBundle bundle = details.getSslBundle();
		WebSocketTransportSettings settings = new WebSocketTransportSettings((int) maxFrameSize,
				properties.getSendTimeout(), properties.getCloseTimeout(),
				(bundle != null) ? bundle.createSslContext() : null);
		return new SpringWebSocketTransport(settings, executors.transport());
	}

}
