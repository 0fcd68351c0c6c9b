package io.realtime4j.simulator.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.realtime4j.simulator.connection.ConnectionScript;
import io.realtime4j.simulator.connection.FrameSender;
import io.realtime4j.simulator.connection.Latency;
import io.realtime4j.simulator.connection.ServedConnection;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.dialect.ServedBetaDialect;
import io.realtime4j.simulator.dialect.ServedDialect;
import io.realtime4j.simulator.rest.Calls;
import io.realtime4j.simulator.rest.ClientSecrets;
import io.realtime4j.simulator.session.ServedSessionEnvironment;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.Globals;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardServer;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.jspecify.annotations.Nullable;

/**
 * Internal embedded Tomcat that accepts the connections of clients.
 */
public final class EmbeddedServer implements AutoCloseable {

	private static final List<String> ROOTS = List.of("/v1/realtime", "/openai/v1/realtime", "/openai/realtime");

	static final String LIVE = "/live/sessions";

	private static final List<String> LIVE_PATHS = List.of("/v1" + LIVE, "/openai/v1" + LIVE);

	private static final long MAX_REQUEST_BYTES = 1024 * 1024;

	private static final int GOING_AWAY = 1001;

	private static final String MAX_CONNECTIONS = "65536";

	private final ServerSettings settings;

	private final ServedSessionEnvironment environment;

	private final HandshakeScript handshakes = new HandshakeScript();

	private final HandshakeScript requests = new HandshakeScript();

	private final Calls calls;

	private final ConnectionScript script = new ConnectionScript();

	private final ConnectionLog connections = new ConnectionLog();

	private final SocketCutter protocol = new SocketCutter();

	private final Connector connector = new Connector(this.protocol);

	private final Tomcat tomcat = new Tomcat();

	private final Path workDirectory;

	/**
	 * Create a new {@link EmbeddedServer} instance.
	 * @param settings the settings of the server
	 * @param environment what all sessions share
	 */
	public EmbeddedServer(ServerSettings settings, ServedSessionEnvironment environment) {
		this.settings = settings;
		this.environment = environment;
		this.calls = new Calls(new AttachedConnections(this::attached), environment);
		this.workDirectory = createWorkDirectory();
	}

	/**
	 * Begin to listen.
	 */
	public void start() {
		this.tomcat.setSilent(true);
		useWorkDirectory();
		this.connector.setPort(this.settings.port());
		this.connector.setProperty("address", this.settings.host());
		this.connector.setProperty("maxConnections", MAX_CONNECTIONS);
		this.connector.setThrowOnFailure(true);
		this.tomcat.setConnector(this.connector);
		if (this.tomcat.getServer() instanceof StandardServer server) {
			// It does not keep a program alive that has nothing else to do
			server.setUtilityThreadsAsDaemon(true);
		}
		this.tomcat.getEngine().setName("realtime-simulator-" + UUID.randomUUID());
		addContext();
		try {
			this.tomcat.start();
		}
		catch (LifecycleException ex) {
			close();
			throw new IllegalStateException("The simulator cannot listen on " + this.settings.host() + ":"
					+ this.settings.port() + " (is the port in use?)", ex);
		}
	}

	/**
	 * Return the port.
	 * @return the port that the server listens on
	 */
	public int port() {
		return this.connector.getLocalPort();
	}

	/**
	 * Return the connections.
	 * @return those that are open and the last that were
	 */
	public ConnectionLog connections() {
		return this.connections;
	}

	/**
	 * Return the handshakes that are to be refused.
	 * @return the script of the handshakes
	 */
	public HandshakeScript handshakes() {
		return this.handshakes;
	}

	/**
	 * Return the requests over HTTP that are to be refused.
	 * @return the script of the requests
	 */
	public HandshakeScript requests() {
		return this.requests;
	}

	/**
	 * Forget what is to happen to handshakes, requests and connections.
	 */
	public void forgetScripts() {
		this.handshakes.clear();
		this.requests.clear();
		this.script.clear();
		this.connections.all().forEach((connection) -> connection.setLatency(Latency.NONE));
	}

	/**
	 * Return the calls.
	 * @return the calls, those that are over too
	 */
	public Calls calls() {
		return this.calls;
	}

	/**
	 * Return what is to happen to connections.
	 * @return the script of the connections
	 */
	public ConnectionScript script() {
		return this.script;
	}

	@Override
	public void close() {
		this.connections.all()
			.stream()
			.filter(SimulatorConnection::isOpen)
			.forEach((connection) -> connection.close(GOING_AWAY, "The simulator is closing"));
		try {
			this.tomcat.stop();
			this.tomcat.destroy();
		}
		catch (LifecycleException ex) {
			throw new IllegalStateException("The simulator cannot be stopped", ex);
		}
		finally {
			deleteWorkDirectory();
		}
	}

	private ServedConnection connect(Arrival arrival, FrameSender sender) {
		ServedDialect dialect = (arrival.handshake().beta()) ? new ServedBetaDialect() : ServedDialect.ga();
		ServedConnection connection = new ServedConnection(arrival.handshake(), arrival.session(), dialect,
				this.environment, this.script, sender, this.settings.recorded());
		this.connections.add(connection);
		return connection;
	}

	private void addContext() {
		Context context = this.tomcat.addContext("", null);
		context.addServletContainerInitializer(new WsSci(), null);
		if (context instanceof StandardContext standard) {
			standard.setClearReferencesRmiTargets(false);
			standard.setClearReferencesThreadLocals(false);
		}
		ClientSecrets secrets = new ClientSecrets(this.environment.timeline());
		KeyCheck keys = new KeyCheck(this.settings.apiKey(), secrets);
		SessionLookup lookup = new SessionLookup(this.calls, secrets, this.settings.knownCallsOnly(),
				this.connections::session);
		HttpServlet sessions = new RealtimeServlet(this.settings, keys, lookup, this.handshakes,
				this.environment.timeline(), this.protocol, this::connect);
		addServlet(context, "realtime", sessions, "", "/translations");
		Wrapper live = addServlet(context, "live",
				new LiveServlet(sessions, new LiveCallsServlet(keys, this.requests, this.calls)));
		LIVE_PATHS.forEach((path) -> live.addMapping(path + "/*"));
		addServlet(context, "secrets", new SecretsServlet(keys, this.requests, secrets), "/client_secrets",
				"/translations/client_secrets", "/sessions", "/transcription_sessions");
		addServlet(context, "calls", new CallsServlet(keys, this.requests, this.calls), "/calls/*");
		Tomcat.addServlet(context, "unknown", new UnknownPathServlet()).addMapping("/");
	}

	private Stream<SimulatorConnection> attached(String callId) {
		return this.connections.all().stream().filter((connection) -> callId.equals(connection.callId()));
	}

	/**
	 * Give Tomcat a directory of its own, and keep it from telling other servers in this
	 * JVM through system properties.
	 */
	private void useWorkDirectory() {
		Map<String, @Nullable String> before = new HashMap<>();
		for (String name : List.of(Globals.CATALINA_HOME_PROP, Globals.CATALINA_BASE_PROP)) {
			before.put(name, System.getProperty(name));
		}
		this.tomcat.setBaseDir(this.workDirectory.toString());
		this.tomcat.getServer();
		before.forEach((name, value) -> {
			if (value != null) {
				System.setProperty(name, value);
			}
			else {
				System.clearProperty(name);
			}
		});
	}

	private static Wrapper addServlet(Context context, String name, HttpServlet servlet, String... paths) {
		Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
		wrapper.setAsyncSupported(true);
		wrapper.setMultipartConfigElement(new MultipartConfigElement("", MAX_REQUEST_BYTES, MAX_REQUEST_BYTES, 0));
		for (String root : ROOTS) {
			for (String path : paths) {
				wrapper.addMapping(root + path);
			}
		}
		return wrapper;
	}

	private static Path createWorkDirectory() {
		try {
			return Files.createTempDirectory("realtime-simulator");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void deleteWorkDirectory() {
		try (Stream<Path> paths = Files.walk(this.workDirectory)) {
			paths.sorted(Comparator.reverseOrder()).forEach((path) -> path.toFile().delete());
		}
		catch (IOException ex) {
			// what is left lies in the directory for temporary files
		}
	}

}
