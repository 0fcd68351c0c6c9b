package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.bridge.BridgeMaker;
import io.realtime4j.spring.boot.autoconfigure.bridge.BridgeProperties;
import io.realtime4j.spring.boot.autoconfigure.bridge.RealtimeBridgeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.live.RealtimeLiveAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.server.RealtimeBridge;
import io.realtime4j.spring.dispatch.RealtimeExecutors;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Applications with a web server and the bridge. What they connect to is played by the
 * test.
 */
final class BridgeServer {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final ScriptedTransport transport;

	private final DrivenTime time = new DrivenTime();

	BridgeServer() {
		this(ScriptedTransport.opening());
	}

	private BridgeServer(ScriptedTransport transport) {
		this.transport = transport;
	}

	/**
	 * Return servers that connect by a transport.
	 * @param transport the transport
	 * @return the servers
	 */
	static BridgeServer of(ScriptedTransport transport) {
		return new BridgeServer(transport);
	}

	ScriptedTransport transport() {
		return this.transport;
	}

	DrivenTime time() {
		return this.time;
	}

	/**
	 * Return a runner of an application in which the bridge knows no time but that of the
	 * test.
	 * @return the runner
	 */
	WebApplicationContextRunner drivenRunner() {
		return runner().withBean(DrivenTime.class, () -> this.time).withUserConfiguration(DrivenBridge.class);
	}

	WebApplicationContextRunner runner() {
		return new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeToolAutoConfiguration.class, RealtimeLiveAutoConfiguration.class,
					RealtimeBridgeAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
					DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
			.withPropertyValues(RealtimeContext.KEY, RealtimeContext.IMPATIENCE, "server.port=0",
					"realtime.session.auto-open=false", "realtime.bridge.enabled=true")
			.withBean(ScriptedTransport.class, () -> this.transport);
	}

	/**
	 * Run an application and connect a page that has started.
	 * @param runner runs the application
	 * @param test uses the page, and the connection to the service that it caused
	 */
	void withPage(WebApplicationContextRunner runner,
			BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		withPage(runner, (port) -> {
			BridgePage page = BridgePage.connect(port);
			page.start(24_000);
			return page;
		}, test);
	}

	void withPage(WebApplicationContextRunner runner, IntFunction<BridgePage> connect,
			BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		runner.run((context) -> {
			BridgePage page = connect.apply(port(context));
			test.accept(page, service(0));
		});
	}

	ScriptedTransport.ScriptedConnection service(int index) {
		until(() -> assertThat(this.transport.connections()).hasSizeGreaterThan(index));
		return this.transport.connections().get(index);
	}

	/**
	 * Return the sessions of pages.
	 * @param context the application
	 * @return the sessions that have not ended
	 */
	static List<RealtimeSession> sessions(AssertableWebApplicationContext context) {
		return context.getBean(RealtimeClient.class)
			.sessions()
			.stream()
			.filter((session) -> BridgeConnection.of(session) != null)
			.toList();
	}

	static int port(AssertableWebApplicationContext context) {
		return context.getSourceApplicationContext(ServletWebServerApplicationContext.class).getWebServer().getPort();
	}

	static void until(Runnable assertion) {
		await().atMost(TIMEOUT).untilAsserted(assertion::run);
	}

	/**
	 * The bridge on the time of the test.
	 */
	@Configuration(proxyBeanMethods = false)
	static class DrivenBridge {

		@Bean
		RealtimeBridge drivenBridge(ListableBeanFactory beanFactory, BridgeProperties properties,
				RealtimeExecutors executors, DrivenTime time) {
			return new BridgeMaker(beanFactory).make(properties, new BridgeThreads(executors.transport(), time));
		}

	}

}
