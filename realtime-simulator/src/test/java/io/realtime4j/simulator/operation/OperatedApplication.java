package io.realtime4j.simulator.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A web application with the actuator, whose sessions are with a simulator.
 */
final class OperatedApplication implements AutoCloseable {

	static final String CANARY = "CANARYqwertzuiop";

	static final String EXPOSED = "management.endpoints.web.exposure.include=*";

	static final String UNRESTRICTED = "management.endpoint.realtime.access=unrestricted";

	private final HttpClient http = HttpClient.newHttpClient();

	private final RealtimeSimulator simulator;

	private final ConfigurableApplicationContext context;

	private OperatedApplication(RealtimeSimulator simulator, ConfigurableApplicationContext context) {
		this.simulator = simulator;
		this.context = context;
	}

	static OperatedApplication start(String... properties) {
		RealtimeSimulator simulator = RealtimeSimulator.builder().pace(1).start();
		List<String> all = new ArrayList<>(
				List.of("server.port=0", "realtime.base-url=" + simulator.baseUrl(), "realtime.api-key=sk-" + CANARY,
						"realtime.session.auto-open=false", "realtime.session.instructions=Say nothing of " + CANARY,
						"spring.main.banner-mode=off", "logging.level.root=warn"));
		all.addAll(List.of(properties));
		return new OperatedApplication(simulator,
				new SpringApplicationBuilder(WebApplication.class).properties(all.toArray(String[]::new)).run());
	}

	RealtimeSimulator simulator() {
		return this.simulator;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Open a session and wait until it is open.
	 */
	RealtimeSession open() throws Exception {
		RealtimeSession session = bean(RealtimeClient.class).open((spec) -> spec.attribute("card", "number " + CANARY));
		session.open().get(20, TimeUnit.SECONDS);
		return session;
	}

	HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
		int port = ((ServletWebServerApplicationContext) this.context).getWebServer().getPort();
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	int status(String method, String path) throws IOException, InterruptedException {
		return call(method, path).statusCode();
	}

	JsonNode get(String path) throws IOException, InterruptedException {
		return JsonMapper.shared().readTree(call("GET", path).body());
	}

	@Override
	public void close() {
		this.context.close();
		this.simulator.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WebApplication {

	}

}
