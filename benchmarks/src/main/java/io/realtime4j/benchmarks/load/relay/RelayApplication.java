package io.realtime4j.benchmarks.load.relay;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

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
 * on Spring's WebSocket support.
 */
public final class RelayApplication {

	/**
	 * Command to tell what memory is held.
	 */
	public static final String MEMORY = "memory";

	private RelayApplication() {
	}

	/**
	 * Run until the JVM that started this one closes the line or says
	 * {@value ChildProcess#END_COMMAND}.
	 * @param args {@code --url} of the service, {@code --mode}: {@code voice} or
	 * {@code relay} of the bridge, or {@code bare}, and properties of the application
	 * whose names begin with {@code realtime.}
	 */
	public static void main(String[] args) {
		Options options = Options.of(args);
		boolean bare = options.text("mode").equals("bare");
		SpringApplication application = new SpringApplication((bare) ? BareRelay.class : Bridge.class);
		application.setDefaultProperties(properties(options, !bare));
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
		return Map.ofEntries(Map.entry("logging.level.root", "error"), Map.entry("spring.main.banner-mode", "off"),
				Map.entry("server.port", 0), Map.entry("server.address", "127.0.0.1"),
				Map.entry("server.tomcat.max-connections", 2 * calls + 1000),
				Map.entry("realtime.base-url", options.text("url")), Map.entry("realtime.api-key", "not-a-key"),
				Map.entry("realtime.session.auto-open", false), Map.entry("realtime.session.instructions", "Be brief."),
				Map.entry("realtime.bridge.enabled", bridge),
				Map.entry("realtime.bridge.mode", (bridge) ? options.text("mode") : "voice"),
				Map.entry("realtime.bridge.max-sessions", calls),
				Map.entry("realtime.bridge.max-sessions-per-address", calls));
	}

	/**
	 * The application with the bridge.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Bridge {

	}

}
