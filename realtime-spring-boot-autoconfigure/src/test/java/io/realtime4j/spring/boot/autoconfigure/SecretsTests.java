package io.realtime4j.spring.boot.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.transport.HandshakeRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that a key is nowhere to be read.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {

	private static final String KEY = "sk-CANARYqwertzuiopYELLOWbird";

	private static final int PIECE = 8;

	private final Logger rootLogger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private Level level;

	@BeforeEach
	void logEverything() {
		this.level = this.rootLogger.getLevel();
		this.rootLogger.setLevel(Level.TRACE);
	}

	@AfterEach
	void logAsBefore() {
		this.rootLogger.setLevel(this.level);
	}

	@Test
	void keyIsNeitherLoggedNorInTextFormOfBeans(CapturedOutput output) {
		ScriptedTransport transport = ScriptedTransport.opening();
		runner(transport).withBean(FailingListener.class).run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			await().until(() -> session.state() == SessionState.OPEN);
			transport.connection()
				.receive("{\"type\":\"error\",\"error\":{\"code\":\"invalid_api_key\",\"message\":\"Incorrect API key "
						+ "provided: " + KEY + "\"}}");
			await().untilAsserted(() -> assertThat(output).contains("A listener failed on error"));
			for (Class<?> type : List.of(RealtimeProperties.class, RealtimeConnectionDetails.class,
					RealtimeEndpoint.class, RealtimeClient.class, RealtimeSession.class)) {
				assertSecret(context.getBean(type).toString());
			}
			assertSecret(transport.connection().request().toString());
		});
		assertSecret(output.getAll());
	}

	@Test
	void keyIsNotInFailureOfRefusedHandshake(CapturedOutput output) {
		runner(ScriptedTransport.refusing(new HandshakeRefused(401, null)))
			.withPropertyValues("realtime.session.fail-fast=true")
			.run((context) -> assertSecret(text(context.getStartupFailure())));
		assertSecret(output.getAll());
	}

	@Test
	void keyIsNotInFailureOfWrongProperty(CapturedOutput output) {
		runner(ScriptedTransport.silent())
			.withPropertyValues("realtime.base-url=http://example.com/" + "?api-key=" + KEY)
			.run((context) -> assertSecret(text(context.getStartupFailure())));
		assertSecret(output.getAll());
	}

	@Test
	void keyIsMaskedByActuator() {
		runner(ScriptedTransport.silent())
			.withConfiguration(AutoConfigurations.of(EnvironmentEndpointAutoConfiguration.class,
					ConfigurationPropertiesReportEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=*",
					"management.endpoints.jmx.exposure.include=*", "realtime.close-timeout=10ms")
			.run((context) -> {
				assertSecret(context.getBean(EnvironmentEndpoint.class)
					.environmentEntry("realtime.api-key")
					.getProperty()
					.getValue()
					.toString());
				assertSecret(context.getBean(ConfigurationPropertiesReportEndpoint.class)
					.configurationProperties()
					.getContexts()
					.values()
					.iterator()
					.next()
					.getBeans()
					.get("realtime-" + RealtimeProperties.class.getName())
					.getProperties()
					.toString());
			});
	}

	private static ApplicationContextRunner runner(ScriptedTransport transport) {
		return RealtimeContext.runner(transport).withPropertyValues("realtime.api-key=" + KEY);
	}

	private static String text(Throwable ex) {
		StringWriter text = new StringWriter();
		ex.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private static void assertSecret(String text) {
		List<String> pieces = IntStream.rangeClosed(0, KEY.length() - PIECE)
			.mapToObj((start) -> KEY.substring(start, start + PIECE))
			.toList();
		assertThat(pieces).noneMatch(text::contains);
	}

	static class FailingListener {

		@EventListener
		void on(ErrorEvent event) {
			throw new IllegalStateException("problem");
		}

	}

}
