package io.realtime4j.spring.boot.autoconfigure;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletionException;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.FrameTooLarge;
import io.realtime4j.transport.HandshakeRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a failed start says.
 */
class RealtimeFailureAnalyzersTests {

	private final ScriptedTransport transport = ScriptedTransport.silent();

	@Test
	void missingKeySaysWhatToSet() {
		FailureAnalysis analysis = analyze(RealtimeContext.runner());
		assertThat(analysis.getDescription()).contains("realtime.api-key", "not read automatically");
		assertThat(analysis.getAction()).contains("realtime.api-key=${OPENAI_API_KEY}", "realtime-simulator");
	}

	@Test
	void blankKeyIsMissing() {
		assertThat(analyze(RealtimeContext.runner().withPropertyValues("realtime.api-key= ")).getDescription())
			.contains("No API key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${ABSENT_KEY}", " ${ABSENT_KEY} ", "sk-${ABSENT_KEY}", "${ABSENT_KEY:${OTHER}}" })
	void placeholderThatNothingResolvesIsNoKey(String key) {
		FailureAnalysis analysis = analyze(
				RealtimeContext.runner(this.transport).withPropertyValues("realtime.api-key=" + key));
		assertThat(analysis.getDescription()).startsWith("No API key is configured")
			.contains("which could not be resolved");
		assertThat(analysis.getAction()).containsAnyOf("'ABSENT_KEY'", "'OTHER'").contains("realtime-simulator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.base-url", "realtime.organization", "realtime.project",
			"realtime.session.tools.mcp.crm.url", "realtime.session.tools.mcp.crm.authorization",
			"realtime.session.tools.mcp.crm.headers.x-token" })
	void placeholderThatNothingResolvesIsNamed(String property) {
		FailureAnalysis analysis = analyze(RealtimeContext.runner(this.transport)
			.withConfiguration(AutoConfigurations.of(RealtimeToolAutoConfiguration.class))
			.withPropertyValues("realtime.session.tools.mcp.crm.url=https://crm.example/mcp",
					property + "=https://${ABSENT}/a"));
		assertThat(analysis.getDescription())
			.isEqualTo("The property '" + property + "' holds the placeholder ${ABSENT}, which could not be resolved.");
	}

	@Test
	void keyOfEnvironmentIsNotReadByItself() {
		assertThat(analyze(RealtimeContext.runner().withSystemProperties("OPENAI_API_KEY=sk-some")).getDescription())
			.contains("No API key");
	}

	@Test
	void keyThatNoHeaderCanCarryIsNotRepeated() {
		FailureAnalysis analysis = analyze(
				RealtimeContext.runner(this.transport).withPropertyValues("realtime.api-key=sk-CANARY\nX-Evil: 1"));
		assertThat(analysis.getDescription()).contains("realtime.api-key", "no header can carry");
		assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("CANARY");
	}

	@Test
	void methodThatCannotBeAToolIsNamed() {
		FailureAnalysis analysis = analyze(RealtimeContext.runner(this.transport)
			.withConfiguration(AutoConfigurations.of(RealtimeToolAutoConfiguration.class))
			.withBean("desk", UntellableTools.class));
		assertThat(analysis.getDescription()).contains("bean 'desk'", "UntellableTools.download()",
				"java.io.InputStream");
		assertThat(analysis.getAction()).contains("Return a text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "api.openai.com", "/v1", "ftp://api.openai.com", "https:///v1", "http://api.openai.com/v1",
			"ws://192.168.0.7", "https://a b?api-key=CANARY", "https://user:CANARY@[x" })
	void badUrlNamesProperty(String url) {
		FailureAnalysis analysis = analyze(
				RealtimeContext.runner(this.transport).withPropertyValues("realtime.base-url=" + url));
		assertThat(analysis.getDescription()).contains("The property 'realtime.base-url' ");
		assertThat(analysis.getAction()).contains("realtime.base-url");
		assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("CANARY");
	}

	@ParameterizedTest
	@CsvSource({ "realtime.inbox.max-events, 0", "realtime.inbox.max-size, 0", "realtime.outbox.max-events, -1",
			"realtime.outbox.max-size, 0", "realtime.connect-timeout, 0", "realtime.open-timeout, -1s",
			"realtime.close-timeout, 0", "realtime.response-timeout, 0", "realtime.acknowledgement-timeout, -1s",
			"realtime.playback-timeout, 0", "realtime.dispatch.max-threads, 0", "realtime.authentication.header, a b",
			"realtime.session.audio.output.speed, 9" })
	void invalidPropertyIsNamed(String property, String value) {
		FailureAnalysis analysis = analyze(
				RealtimeContext.runner(this.transport).withPropertyValues(property + "=" + value));
		assertThat(analysis.getDescription()).startsWith("The property '" + property + "' ");
		assertThat(analysis.getAction()).contains(property);
	}

	@ParameterizedTest
	@CsvSource({ "realtime.max-frame-size, 0", "realtime.max-frame-size, 64MB", "realtime.send-timeout, 0" })
	void invalidPropertyOfTransportIsNamed(String property, String value) {
		FailureAnalysis analysis = analyze(
				RealtimeContext.runner().withPropertyValues(RealtimeContext.KEY, property + "=" + value));
		assertThat(analysis.getDescription()).startsWith("The property '" + property + "' ");
	}

	@Test
	void unknownTurnDetectionTypeIsExplainedByBoot() {
		FailureAnalysis analysis = analyze(RealtimeContext.runner(this.transport)
			.withPropertyValues("realtime.session.audio.input.turn-detection.type=loud"));
		assertThat(analysis.getDescription()).contains("realtime.session.audio.input.turn-detection.type");
		assertThat(analysis.getAction()).contains("SEMANTIC_VAD");
	}

	@ParameterizedTest
	@CsvSource({ "401, realtime.api-key", "403, realtime.session.model", "404, realtime.base-url", "429, Wait",
			"302, realtime.base-url", "503, fail-fast" })
	void refusedHandshakeSaysWhatToDo(int status, String advice) {
		FailureAnalysis analysis = analyze(
				RealtimeContext.runner(ScriptedTransport.refusing(new HandshakeRefused(status, null)))
					.withPropertyValues("realtime.session.fail-fast=true"));
		assertThat(analysis.getDescription()).contains("could not be opened", "HTTP status " + status);
		assertThat(analysis.getAction()).contains(advice, "realtime.session.fail-fast=false");
	}

	@ParameterizedTest
	@MethodSource("causes")
	void otherCauseSaysWhatToDo(CloseCause cause, String advice) {
		FailureAnalysis analysis = new RealtimeSessionOpenFailureAnalyzer()
			.analyze(new RealtimeSessionOpenException(cause));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains(cause.message());
		assertThat(analysis.getAction()).contains(advice);
	}

	@Test
	void sessionThatEndsWhileARunnerUsesItSaysWhatToDo() {
		CloseCause refused = new ConnectionEnded(new HandshakeRefused(401, null), null);
		FailureAnalysis analysis = analyze(
				new IllegalStateException(new CompletionException(new SessionClosedException(refused))));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("the session has ended", "HTTP status 401");
		assertThat(analysis.getAction()).contains("realtime.api-key");
	}

	@Test
	void sessionThatTheApplicationClosedIsLeftToTheStackTrace() {
		assertThat(analyze(new SessionClosedException(new ClosedByApplication()))).isNull();
	}

	static Object[][] causes() {
		return new Object[][] { { new ConnectionEnded(new ConnectFailed("timeout"), null), "realtime.ssl.bundle" },
				{ new ConnectionEnded(new FrameTooLarge(10), null), "realtime.max-frame-size" },
				{ new ConnectionEnded(new Closed(1011, "bye"), null), "realtime.session.fail-fast" },
				{ new OpenTimedOut(Duration.ofSeconds(1), "session.created"), "realtime.open-timeout" },
				{ new SettingsRefused(new RealtimeError(null, "invalid_value", "No", "session.audio", null)),
						"realtime.session" } };
	}

	private static FailureAnalysis analyze(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = analyze(context.getStartupFailure());
		});
		assertThat(analysis[0]).as("failure analysis").isNotNull();
		return analysis[0];
	}

	static @Nullable FailureAnalysis analyze(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, ex) -> {
		})
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter((analysis) -> analysis != null)
			.findFirst()
			.orElse(null);
	}

	static class UntellableTools {

		@RealtimeTool
		InputStream download() {
			return InputStream.nullInputStream();
		}

	}

}
