package io.realtime4j.benchmarks.load.relay;

import org.apache.tomcat.websocket.WsWebSocketContainer;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/**
 * The application with a bare relay.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableWebSocket
class BareRelay {

	private static final int TEXT_BUFFER = 16 * 1024;

	@Bean
	WebSocketConfigurer relay(Environment environment) {
		WsWebSocketContainer container = new WsWebSocketContainer();
		container.setDefaultMaxTextMessageBufferSize(TEXT_BUFFER);
		String service = environment.getRequiredProperty("realtime.base-url").replaceFirst("^http", "ws")
				+ "/realtime?model=gpt-realtime";
		BareRelayHandler handler = new BareRelayHandler(new StandardWebSocketClient(container), service);
		return (registry) -> registry.addHandler(handler, "/realtime").setAllowedOrigins("*");
	}

}
