package io.realtime4j.benchmarks.load.relay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.realtime4j.benchmarks.load.phone.PhoneLines;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.Resources;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A web application between pages and a service: this project's bridge, or a bare relay
 * on Spring's WebSocket support. In another mode it takes calls of a carrier.
 */
public final class RelayApplication {

	/**
	 * Command to tell what memory is held.
	 */
	public static final String MEMORY = "memory";

	/**
	 * Mode in which calls are taken.
	 */
	public static final String TWILIO = "twilio";

	private RelayApplication() {
	}

	/**
	 * Run until the JVM that started this one closes the line or says
	 * {@value ChildProcess#END_COMMAND}.
	 * @param args {@code --url} of the service, {@code --mode}: {@code voice} or
	 * {@code relay} of the bridge, {@code bare}, or {@value #TWILIO}, and properties of
	 * the application whose names begin with {@code realtime.}
	 */
	public static void main(String[] args) {
		Options options = Options.of(args);
		boolean bare = options.text("mode").equals("bare");
		SpringApplication application = new SpringApplication((bare) ? BareRelay.class : Bridge.class);
		application.setDefaultProperties(
				(options.text("mode").equals(TWILIO)) ? lineProperties(options) : properties(options, !bare));
		application.setRegisterShutdownHook(false);
		WebServerApplicationContext context = (WebServerApplicationContext) application.run(realtimeProperties(args));
		ParentLine.listen(RelayApplication::command);
		WebServer server = Objects.requireNonNull(context.getWebServer(), "The application has a web server");
		Figures.none().with("port", server.getPort()).print();
	}

	private static String[] realtimeProperties(String[] args) {
		return Arrays.stream(args).filter((arg) -> arg.startsWith("--realtime.")).toArray(String[]::new);
	}

	private static void command(String command) {
		if (command.equals(ChildProcess.END_COMMAND)) {
			// Recordings of the JVM are written by its shutdown hooks
			new Thread(() -> System.exit(0), "end").start();
		}
		else if (command.equals(MEMORY)) {
			long heap = Resources.liveHeap();
			Resources.trim();
			Figures.none().with("heap", heap).with("code", Resources.code()).print();
		}
	}

	private static Map<String, Object> properties(Options options, boolean bridge) {
		int calls = options.number("calls", 100) * 2;
		Map<String, Object> properties = commonProperties(options, calls);
		properties.put("realtime.bridge.enabled", bridge);
		properties.put("realtime.bridge.mode", (bridge) ? options.text("mode") : "voice");
		properties.put("realtime.bridge.max-sessions", calls);
		properties.put("realtime.bridge.max-sessions-per-address", calls);
		return properties;
	}

	private static Map<String, Object> lineProperties(Options options) {
		int calls = options.number("calls", 100) * 2;
		Map<String, Object> properties = commonProperties(options, calls);
		properties.put("realtime.twilio.enabled", true);
		properties.put("realtime.twilio.auth-token", PhoneLines.AUTH_TOKEN);
		properties.put("realtime.twilio.public-url", PhoneLines.PUBLIC_URL);
		properties.put("realtime.twilio.max-calls", calls);
		return properties;
	}

	private static Map<String, Object> commonProperties(Options options, int calls) {
		return new HashMap<>(Map.of("logging.level.root", "error", "spring.main.banner-mode", "off", "server.port", 0,
				"server.address", "127.0.0.1", "server.tomcat.max-connections", 2 * calls + 1000, "realtime.base-url",
				options.text("url"), "realtime.api-key", "not-a-key", "realtime.session.auto-open", false,
				"realtime.session.instructions", "Be brief."));
	}

	/**
	 * The application with the bridge.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Bridge {

	}

}
