package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

import io.realtime4j.spring.boot.autoconfigure.bridge.RealtimeBridgeAutoConfiguration;
import io.realtime4j.spring.bridge.server.RealtimeBridge;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RealtimeBridgeAutoConfiguration}.
 */
class RealtimeBridgeAutoConfigurationTests {

	private final BridgeServer server = new BridgeServer();

	@Test
	void bridgeIsOffByDefault() {
		this.server.runner()
			.withPropertyValues("realtime.bridge.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeBridge.class)
				.doesNotHaveBean(WebSocketHandlerMapping.class));
	}

	@Test
	void bridgeNeedsWebApplication() {
		RealtimeContext.runner(this.server.transport())
			.withConfiguration(AutoConfigurations.of(RealtimeBridgeAutoConfiguration.class))
			.withPropertyValues("realtime.bridge.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeBridge.class));
	}

	@Test
	void bridgeNeedsSpringMvc() {
		RealtimeContext.runner(this.server.transport())
			.withConfiguration(AutoConfigurations.of(RealtimeBridgeAutoConfiguration.class))
			.withPropertyValues("realtime.bridge.enabled=true", "realtime.session.auto-open=false")
			.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RealtimeBridge.class));
	}

	@Test
	void whenHasUserDefinedBridgeItIsUsed() {
		this.server.drivenRunner()
			.run((context) -> assertThat(context).hasSingleBean(RealtimeBridge.class).hasBean("drivenBridge"));
	}

	@Test
	void clientOfAnotherVersionIsRefused() {
		this.server.runner().run((context) -> {
			int port = BridgeServer.port(context);
			assertRefused(port, 400, null, "realtime4j.v2");
			assertRefused(port, 400, null);
		});
	}

	@Test
	void foreignOriginIsRefused() {
		this.server.runner().run((context) -> {
			int port = BridgeServer.port(context);
			assertRefused(port, 403, "https://evil.example.com", "realtime4j.v1");
			assertRefused(port, 403, "http://127.0.0.1:1", "realtime4j.v1");
			connect(port, "http://127.0.0.1:" + port, "realtime4j.v1");
		});
	}

	@Test
	void allowedOriginIsLetIn() {
		this.server.runner()
			.withPropertyValues("realtime.bridge.allowed-origins=https://www.example.com")
			.run((context) -> {
				connect(BridgeServer.port(context), "https://www.example.com", "realtime4j.v1");
				assertRefused(BridgeServer.port(context), 403, "https://example.com", "realtime4j.v1");
			});
	}

	@Test
	void pathIsConfigurable() {
		this.server.runner().withPropertyValues("realtime.bridge.path=/api/voice").run((context) -> {
			URI uri = URI.create("ws://127.0.0.1:" + BridgeServer.port(context) + "/api/voice");
			assertThat(BridgePage.connect(uri, true, "realtime4j.v1").start(24_000)).isNotNull();
			assertRefused(BridgeServer.port(context), 404, null, "realtime4j.v1");
		});
	}

	@Test
	void wrongPathStopsTheStart() {
		this.server.runner()
			.withPropertyValues("realtime.bridge.path=/voice/**")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("realtime.bridge.path"));
	}

	private static void connect(int port, String origin, String... subprotocols) {
		BridgePage.connect(URI.create("ws://127.0.0.1:" + port + "/realtime"), origin, subprotocols).vanish();
	}

	private static void assertRefused(int port, int status, String origin, String... subprotocols) {
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> connect(port, origin, subprotocols))
			.havingCause()
			.isInstanceOfSatisfying(WebSocketHandshakeException.class,
					(ex) -> assertThat(ex.getResponse().statusCode()).isEqualTo(status));
	}

}
