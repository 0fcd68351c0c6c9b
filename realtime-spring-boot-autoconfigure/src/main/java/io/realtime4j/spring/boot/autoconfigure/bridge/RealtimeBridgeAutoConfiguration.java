package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.spring.boot.autoconfigure.live.RealtimeLiveAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.connection.ContextInterceptor;
import io.realtime4j.spring.bridge.http.BridgeClientFiles;
import io.realtime4j.spring.bridge.http.BridgeHandshakeHandler;
import io.realtime4j.spring.bridge.page.BridgeDelegationListener;
import io.realtime4j.spring.bridge.page.BridgeToolListener;
import io.realtime4j.spring.bridge.server.RealtimeBridge;
import io.realtime4j.spring.context.ThreadContext;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.rest.RealtimeRestClient;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * {@link AutoConfiguration Auto-configuration} for the bridge between pages in browsers
 * and realtime sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeRestAutoConfiguration.class, RealtimeStoreAutoConfiguration.class,
		RealtimeToolAutoConfiguration.class, RealtimeLiveAutoConfiguration.class })
@ConditionalOnBooleanProperty("realtime.bridge.enabled")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebSocketHandlerMapping.class)
@EnableConfigurationProperties(BridgeProperties.class)
public final class RealtimeBridgeAutoConfiguration {

	static final String HANDLER_MAPPING = "realtime4jBridgeHandlerMapping";

	/**
	 * Before the resources of the application, which take any path.
	 */
	private static final int ORDER = 1;

	RealtimeBridgeAutoConfiguration() {
	}

	@Bean("realtime4jBridgeToolListener")
	BridgeToolListener realtimeBridgeToolListener() {
		return new BridgeToolListener();
	}

	@Bean("realtime4jBridgeDelegationListener")
	BridgeDelegationListener realtimeBridgeDelegationListener() {
		return new BridgeDelegationListener();
	}

	@Bean("realtime4jBridge")
	@ConditionalOnMissingBean
	RealtimeBridge realtimeBridge(ListableBeanFactory beanFactory, BridgeProperties properties,
			RealtimeExecutors executors) {
		BridgeThreads threads = new BridgeThreads(executors.transport(),
				new ConcurrentTaskScheduler(executors.scheduler()));
		return new BridgeMaker(beanFactory).make(properties, threads);
	}

	@Bean(HANDLER_MAPPING)
	WebSocketHandlerMapping realtimeBridgeHandlerMapping(RealtimeBridge bridge, BridgeProperties properties,
			ObjectProvider<HandshakeInterceptor> interceptors, ObjectProvider<ThreadContext> context) {
		WebSocketHttpRequestHandler handler = new BridgeHandshakeHandler(bridge.webSocketHandler(),
				properties.isCompression());
		List<HandshakeInterceptor> all = new ArrayList<>();
		all.add(bridge.accessInterceptor(BridgeAccessMapper.access(properties)));
		all.add(bridge.subprotocolInterceptor());
		interceptors.orderedStream().forEach(all::add);
		context.ifAvailable((threads) -> all.add(new ContextInterceptor(threads)));
		handler.setHandshakeInterceptors(all);
		WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
		mapping.setWebSocketUpgradeMatch(true);
		mapping.setOrder(ORDER);
		mapping.setUrlMap(Map.of(BridgePropertiesMapper.path(properties), handler));
		return mapping;
	}

	@Bean("realtime4jBridgeClientMapping")
	SimpleUrlHandlerMapping realtimeBridgeClientMapping(BridgeProperties properties) {
		BridgeClientFiles files = new BridgeClientFiles(BridgeAccessMapper.access(properties));
		Map<String, Object> handlers = new LinkedHashMap<>();
		BridgeClientFiles.names()
			.forEach((name) -> handlers.put(BridgePropertiesMapper.path(properties) + "/" + name, files));
		return mapping(handlers, properties, HttpMethod.GET);
	}

	@Bean("realtime4jBridgeClientSecretMapping")
	@ConditionalOnBooleanProperty("realtime.bridge.client-secret.enabled")
	SimpleUrlHandlerMapping realtimeBridgeClientSecretMapping(RealtimeBridge bridge, RealtimeRestClient rest,
			BridgeProperties properties) {
		HttpRequestHandler handler = bridge.clientSecretHandler(rest, BridgePropertiesMapper.secretLifetime(properties),
				BridgeAccessMapper.access(properties));
		return mapping(Map.of(BridgePropertiesMapper.path(properties) + "/client-secret", handler), properties,
				HttpMethod.POST);
	}

	@Bean("realtime4jBridgeCallMapping")
	@ConditionalOnBooleanProperty("realtime.bridge.calls.enabled")
	SimpleUrlHandlerMapping realtimeBridgeCallMapping(RealtimeBridge bridge, RealtimeRestClient rest,
			BridgeProperties properties) {
		HttpRequestHandler handler = bridge.callHandler(rest, BridgeAccessMapper.access(properties));
		return mapping(Map.of(BridgePropertiesMapper.path(properties) + "/calls", handler), properties,
				HttpMethod.POST);
	}

	private static SimpleUrlHandlerMapping mapping(Map<String, ?> handlers, BridgeProperties properties,
			HttpMethod method) {
		SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(handlers, ORDER);
		if (!properties.getAllowedOrigins().isEmpty()) {
			CorsConfiguration cors = new CorsConfiguration();
			cors.setAllowedOrigins(properties.getAllowedOrigins());
			cors.addAllowedMethod(method);
			cors.addAllowedHeader(HttpHeaders.CONTENT_TYPE);
			mapping.setCorsConfigurations(Map.of("/**", cors));
		}
		return mapping;
	}

}
