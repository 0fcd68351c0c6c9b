package io.realtime4j.simulator.support;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.RealtimeSimulator;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application with a web server, the bridge and a simulator.
 */
public final class BridgedApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private BridgedApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public static BridgedApplication start(String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "realtime.session.auto-open=false",
				"realtime.bridge.enabled=true", "spring.main.banner-mode=off", "logging.level.root=warn"));
		all.addAll(List.of(properties));
		return new BridgedApplication(
				new SpringApplicationBuilder(Configuration.class).properties(all.toArray(String[]::new)).run());
	}

	public RealtimeSimulator simulator() {
		return bean(RealtimeSimulator.class);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public int port() {
		return ((ServletWebServerApplicationContext) this.context).getWebServer().getPort();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Configuration {

	}

}
