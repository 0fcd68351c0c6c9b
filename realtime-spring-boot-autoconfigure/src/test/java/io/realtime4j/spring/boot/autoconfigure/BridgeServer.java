package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.function.BiConsumer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Applications with a web server and the bridge. What they connect to is played by the
 * test.
 */
final class BridgeServer {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final ScriptedTransport transport = ScriptedTransport.opening();

	ScriptedTransport transport() {
		return this.transport;
	}

	WebApplicationContextRunner runner() {
		return new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeToolAutoConfiguration.class, RealtimeBridgeAutoConfiguration.class,
					TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
					WebMvcAutoConfiguration.class))
			.withPropertyValues(RealtimeContext.KEY, "server.port=0", "realtime.session.auto-open=false",
					"realtime.bridge.enabled=true")
			.withBean(ScriptedTransport.class, () -> this.transport);
	}

	/**
	 * Run an application and connect a page that has started.
	 * @param runner runs the application
	 * @param test uses the page, and the connection to the service that it caused
	 */
	void withPage(WebApplicationContextRunner runner,
			BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		runner.run((context) -> {
			BridgePage page = BridgePage.connect(port(context));
			page.start(24_000);
			test.accept(page, service(0));
		});
	}

	ScriptedTransport.ScriptedConnection service(int index) {
		until(() -> assertThat(this.transport.connections()).hasSizeGreaterThan(index));
		return this.transport.connections().get(index);
	}

	static int port(AssertableWebApplicationContext context) {
		return context.getSourceApplicationContext(ServletWebServerApplicationContext.class).getWebServer().getPort();
	}

	static void until(Runnable assertion) {
		await().atMost(TIMEOUT).untilAsserted(assertion::run);
	}

}
