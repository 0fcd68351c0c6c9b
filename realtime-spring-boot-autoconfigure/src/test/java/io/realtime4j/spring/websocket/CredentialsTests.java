package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import io.realtime4j.spring.boot.autoconfigure.RealtimeEventAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeHeadersCustomizer;
import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import io.realtime4j.spring.boot.autoconfigure.actuate.RealtimeSanitizingAutoConfiguration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests that credentials are nowhere to be read, whatever becomes of a session: those in
 * a header, in a subprotocol and in the query of the address.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
@ParameterizedClass
@EnumSource(TransportKind.class)
class CredentialsTests {

	private static final String KEY = "sk-CANARYqwertzuiopYELLOWbird";

	private static final String TOKEN = "ek_CANARYasdfghjklSINGINGfinch";

	private static final String QUERY_KEY = "CANARYyxcvbnmHIDINGsparrow";

	private static final String CONTAINER = "org.apache.tomcat.websocket.WsWebSocketContainer";

	private static final int PIECE = 8;

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	private final TransportKind kind;

	private final ApplicationContextRunner runner;

	CredentialsTests(TransportKind kind) {
		this.kind = kind;
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeEventAutoConfiguration.class, RealtimeSanitizingAutoConfiguration.class))
			.withBean(RealtimeHeadersCustomizer.class,
					() -> (headers) -> headers.put("Sec-WebSocket-Protocol",
							"realtime, openai-insecure-api-key." + TOKEN))
			.withBean(HeardChanges.class)
			.withPropertyValues("realtime.api-key=" + KEY, "realtime.session.auto-open=false",
					"realtime.connect-timeout=300ms", "realtime.open-timeout=500ms", "realtime.close-timeout=300ms",
					"realtime.reconnect.max-attempts=1", "realtime.reconnect.initial-delay=1ms",
					"realtime.max-frame-size=64KB", "realtime.transport=" + kind);
	}

	@BeforeEach
	void logEverything() {
		this.logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
		if (!this.kind.can(Capability.SECRETS_IN_ADDRESS)) {
			this.logging.setLogLevel(CONTAINER, LogLevel.DEBUG);
		}
	}

	@AfterEach
	void logAsBefore() {
		this.logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		this.logging.setLogLevel(CONTAINER, null);
	}

	@Test
	void addressWithSecretsIsNotUsedWhereItWouldBeLogged(CapturedOutput output) throws IOException {
		this.logging.setLogLevel(CONTAINER, LogLevel.TRACE);
		try (RawServer server = RawServer.start((peer) -> peer.respond("HTTP/1.1 404 Not Found"))) {
			List<String> seen = new ArrayList<>();
			run(server, (client) -> {
				RealtimeSession session = client.open(SessionSpec.of(SessionFixture.SETTINGS));
				seen.add(session.closed().orTimeout(60, TimeUnit.SECONDS).join().message());
			}, seen);
			if (this.kind.can(Capability.SECRETS_IN_ADDRESS)) {
				assertThat(server.requests()).isNotEmpty();
			}
			else {
				assertThat(server.connections()).isZero();
				assertThat(seen.get(0)).contains("raise the level of " + CONTAINER);
			}
			assertSecret(seen);
			assertSecret(List.of(output.getAll()));
		}
	}

	@Test
	void credentialsGoToTheServerAndNowhereElseInASessionThatIsWell(CapturedOutput output) throws IOException {
		try (RawServer server = RawServer.start((peer) -> {
			SessionFixture.accept(peer);
			peer.text(SessionFixture.delta("Hello"));
			peer.drain();
			peer.closeFrame(1000, "");
		})) {
			List<String> seen = new ArrayList<>();
			run(server, (client) -> {
				RealtimeSession session = client.open(SessionSpec.of(SessionFixture.SETTINGS));
				session.open().orTimeout(60, TimeUnit.SECONDS).join();
				session.sendText("Hello?");
				seen.addAll(List.of(session.toString(), client.toString(), client.environment().toString()));
				session.close();
				seen.add(session.closed().orTimeout(60, TimeUnit.SECONDS).join().toString());
			}, seen);
			assertThat(server.requests().get(0)).contains("Authorization: Bearer " + KEY, TOKEN,
					"api-key=" + QUERY_KEY);
			assertSecret(seen);
			Awaitility.await().untilAsserted(() -> assertThat(output).contains("is open"));
			assertSecret(List.of(output.getAll()));
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void credentialsAreNotInAnyFailure(RawServer.Script script, CapturedOutput output) throws IOException {
		try (RawServer server = RawServer.start(script)) {
			List<String> seen = new ArrayList<>();
			run(server, (client) -> {
				RealtimeSession session = client.open(SessionSpec.of(SessionFixture.SETTINGS));
				CloseCause cause = session.closed().orTimeout(60, TimeUnit.SECONDS).join();
				seen.addAll(List.of(cause.toString(), cause.message(), session.toString()));
				seen.add(text(catchThrowable(session::respond)));
				seen.add(text(catchThrowable(() -> session.open().join())));
			}, seen);
			assertThat(server.requests()).isNotEmpty();
			assertSecret(seen);
			assertSecret(List.of(output.getAll()));
		}
	}

	static Stream<Named<RawServer.Script>> failures() {
		String echo = "Incorrect API key provided: " + KEY;
		return Stream.of(
				failure("status 401 that repeats the key",
						(peer) -> peer.respond("HTTP/1.1 401 Unauthorized\r\nX-Note: " + KEY + "\r\nContent-Length: "
								+ echo.length() + "\r\n\r\n" + echo)),
				failure("status 429", (peer) -> peer.respond("HTTP/1.1 429 Slow down\r\nRetry-After: 0")),
				failure("status 503", (peer) -> peer.respond("HTTP/1.1 503 Busy")),
				failure("redirect",
						(peer) -> peer
							.respond("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/?api-key=" + QUERY_KEY)),
				failure("no HTTP", (peer) -> peer.respond("SSH-2.0-" + KEY)), failure("no answer", RawPeer::drain),
				failure("end of the handshake", (peer) -> peer.reset()),
				failure("another subprotocol",
						(peer) -> peer.write(peer.upgrade("Sec-WebSocket-Protocol: " + TOKEN + "\r\n"))),
				failure("silence behind the handshake", (peer) -> {
					peer.accept();
					peer.drain();
				}), failure("no close frame", SessionFixture::accept),
				failure("reset in the middle of a frame", (peer) -> {
					SessionFixture.accept(peer);
					peer.write(new byte[] { (byte) 0x81, 100, '{' });
					peer.reset();
				}), failure("close code 1011", (peer) -> close(peer, 1011, "")),
				failure("close code 3000 that repeats the key", (peer) -> close(peer, 3000, echo)),
				failure("error and close code 4000 that repeat the key", (peer) -> {
					SessionFixture.accept(peer);
					peer.text(
							"{\"type\":\"error\",\"event_id\":\"event_4\",\"error\":{\"type\":\"invalid_request_error\","
									+ "\"code\":\"invalid_api_key\",\"message\":\"" + echo + "\"}}");
					peer.closeFrame(4000, "invalid_api_key " + KEY);
				}), failure("frame over the bound", (peer) -> {
					SessionFixture.accept(peer);
					peer.text(KEY.repeat(10_000));
					peer.drain();
				}), failure("frames that are no events", (peer) -> {
					SessionFixture.accept(peer);
					peer.text("{");
					peer.send(RawFrame.BINARY, true, TransportFixture.bytes(echo));
					peer.closeFrame(1008, "");
				}), failure("broken protocol", (peer) -> {
					SessionFixture.accept(peer);
					peer.send(RawFrame.TEXT, true, new byte[] { (byte) 0xC3, 0x28 });
					peer.drain();
				}));
	}

	private static Named<RawServer.Script> failure(String name, RawServer.Script script) {
		return Named.of(name, script);
	}

	private static void close(RawPeer peer, int code, String reason) throws IOException {
		SessionFixture.accept(peer);
		peer.closeFrame(code, reason);
	}

	@Test
	void credentialsAreMaskedByActuator() throws IOException {
		try (RawServer server = RawServer.start(RawPeer::drain)) {
			this.runner.withPropertyValues(baseUrl(server))
				.withConfiguration(AutoConfigurations.of(EnvironmentEndpointAutoConfiguration.class,
						ConfigurationPropertiesReportEndpointAutoConfiguration.class))
				.withPropertyValues("management.endpoints.web.exposure.include=*",
						"management.endpoints.jmx.exposure.include=*", "management.endpoint.env.show-values=always",
						"management.endpoint.configprops.show-values=always")
				.run((context) -> {
					EnvironmentEndpoint environment = context.getBean(EnvironmentEndpoint.class);
					List<String> shown = new ArrayList<>();
					for (String name : List.of("realtime.api-key", "realtime.base-url")) {
						shown.add(String.valueOf(environment.environmentEntry(name).getProperty().getValue()));
						shown.add(environment.environment(name)
							.getPropertySources()
							.stream()
							.flatMap((source) -> source.getProperties().entrySet().stream())
							.map((entry) -> entry.getKey() + "=" + entry.getValue().getValue())
							.toList()
							.toString());
					}
					context.getBean(ConfigurationPropertiesReportEndpoint.class)
						.configurationProperties()
						.getContexts()
						.values()
						.forEach((one) -> one.getBeans()
							.values()
							.forEach((bean) -> shown.add(bean.getProperties() + " " + bean.getInputs())));
					assertThat(shown.toString())
						.contains("realtime.base-url=http://127.0.0.1:" + server.port() + "/v1");
					assertSecret(shown);
				});
		}
	}

	private void run(RawServer server, UseOfClient use, List<String> seen) {
		this.runner.withPropertyValues(baseUrl(server)).run((context) -> {
			use.with(context.getBean(DefaultRealtimeClient.class));
			for (Class<?> type : List.of(RealtimeProperties.class, RealtimeConnectionDetails.class,
					DefaultRealtimeClient.class, SessionSpec.class)) {
				seen.add(context.getBean(type).toString());
			}
			seen.add(context.getBean(HeardChanges.class).heard.toString());
		});
	}

	private static String baseUrl(RawServer server) {
		return "realtime.base-url=http://127.0.0.1:" + server.port() + "/v1?api-key=" + QUERY_KEY;
	}

	private static String text(@Nullable Throwable ex) {
		StringWriter text = new StringWriter();
		if (ex != null) {
			ex.printStackTrace(new PrintWriter(text));
		}
		return text.toString();
	}

	private static void assertSecret(List<String> texts) {
		for (String secret : List.of(KEY, TOKEN, QUERY_KEY)) {
			List<String> pieces = IntStream.rangeClosed(0, secret.length() - PIECE)
				.mapToObj((start) -> secret.substring(start, start + PIECE))
				.toList();
			for (String text : texts) {
				assertThat(pieces).as(() -> "pieces in " + text).noneMatch(text::contains);
			}
		}
	}

	/**
	 * What is done with a client.
	 */
	private interface UseOfClient {

		void with(DefaultRealtimeClient client);

	}

	static class HeardChanges {

		private final List<SessionEvent> heard = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(SessionEvent event) {
			this.heard.add(event);
		}

	}

}
