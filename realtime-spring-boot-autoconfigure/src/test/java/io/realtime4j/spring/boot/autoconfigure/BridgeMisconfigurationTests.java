package io.realtime4j.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.spring.boot.autoconfigure.bridge.RealtimeBridgeAdviceAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.bridge.RealtimeBridgeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.bridge.RelaySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for properties of the bridge that would do nothing, or something else than they
 * seem to: they stop the start or are named in it.
 */
@ExtendWith(OutputCaptureExtension.class)
class BridgeMisconfigurationTests {

	private static final String ORIGINS = "realtime.bridge.allowed-origins";

	private static final String EVENTS = "realtime.bridge.relay.allowed-events";

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.runner()
		.withConfiguration(AutoConfigurations.of(RealtimeBridgeAdviceAutoConfiguration.class,
				RealtimeRestAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "https://www.example.com/", "https://www.example.com/app", "www.example.com",
			"localhost:3000", "//www.example.com", "https://*.example.com", "https://Example.com",
			"HTTPS://www.example.com", "https://www.example.com:443", "http://www.example.com:80",
			"https://www.example.com:0", "https://user@www.example.com", "https://", "https://münchen.example.com",
			"https://www.example.com?x", "NULL" })
	void originThatNoBrowserSendsStopsTheStart(String origin) {
		assertRefused(ORIGINS, "https://good.example.com," + origin, "holds '" + origin + "'");
	}

	@Test
	void originsThatBrowsersSendAreTaken(CapturedOutput output) {
		this.runner
			.withPropertyValues(ORIGINS + "=https://www.example.com,http://localhost:3000,http://[::1]:3000,"
					+ "https://xn--mnchen-3ya.example.com,capacitor://localhost,chrome-extension://abcdefghij")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("realtime.bridge.");
	}

	@Test
	void captionsThatStayEmptyAreTold(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("'realtime.session.audio.input.transcription.model' is not set");
	}

	@Test
	void captionsThatAreTranscribedAreNotTold(CapturedOutput output) {
		this.runner.withPropertyValues("realtime.session.audio.input.transcription.model=whisper-1")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("transcription.model");
	}

	@ParameterizedTest
	@CsvSource({ "*,any page on the web", "null,any page that hides its origin" })
	void openOriginIsNamed(String origin, String whom, CapturedOutput output) {
		this.runner.withPropertyValues(ORIGINS + "=" + origin).run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'" + ORIGINS + "' holds '" + origin + "': " + whom);
	}

	@Test
	void developerPanelOfAServerThatOthersReachIsNamed(CapturedOutput output) {
		WebApplicationContextRunner runner = this.runner.withPropertyValues("realtime.bridge.page.developer=true");
		runner.withPropertyValues("server.address=127.0.0.1").run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("realtime.bridge.page.developer");
		runner.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'realtime.bridge.page.developer' shows pages");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://www.example.com", "www.example.com:443", "www.example.com/", "*example.com", "a b" })
	void hostThatIsNoNameStopsTheStart(String host) {
		assertRefused("realtime.bridge.allowed-hosts", host, "holds '" + host + "'");
	}

	@ParameterizedTest
	@CsvSource({ "realtime.bridge.mode,relay", "realtime.bridge.calls.enabled,true",
			"realtime.bridge.client-secret.enabled,true" })
	void whatLiveSessionsDoNotHaveStopsTheStart(String property, String value) {
		this.runner
			.withPropertyValues("realtime.bridge.family=live", "realtime.live.model=gpt-live-1", property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'" + property + "' does not fit 'realtime.bridge.family=live'"));
	}

	@Test
	void liveSessionsWithoutAModelStopTheStart() {
		this.runner.withPropertyValues("realtime.bridge.family=live")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'realtime.live.model' must be set with 'realtime.bridge.family=live'"));
	}

	@ParameterizedTest
	@CsvSource({ "input_audio_buffer.apend,is no event that pages can be allowed to send",
			"session.update,pages cannot change the settings",
			"transcription_session.update,pages cannot change the settings", "Response.create,is no event",
			"response.done,is no event", "*,is no event" })
	void eventThatPagesCannotSendStopsTheStart(String event, String problem) {
		this.runner.withPropertyValues("realtime.bridge.mode=relay", EVENTS + "=response.cancel," + event)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining(EVENTS)
				.hasMessageContaining("'" + event + "'")
				.hasMessageContaining(problem));
	}

	@Test
	void allEventsThatChangeNoSettingsArePossible() {
		Set<String> changes = Set.of("SessionUpdate", "TranscriptionSessionUpdate", "UnknownClientEvent");
		Set<String> possible = Arrays.stream(ClientEvent.class.getPermittedSubclasses())
			.map(Class::getSimpleName)
			.filter((name) -> !changes.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(RelaySettings.possibleEvents().stream().map(BridgeMisconfigurationTests::camelCase))
			.containsExactlyInAnyOrderElementsOf(possible);
	}

	@ParameterizedTest
	@ValueSource(strings = { "client-secret", "calls" })
	void partWithoutTheBridgeIsNamed(String part, CapturedOutput output) {
		String property = "realtime.bridge." + part + ".enabled";
		this.runner.withPropertyValues("realtime.bridge.enabled=false", property + "=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'" + property + "' has no effect without 'realtime.bridge.enabled'");
	}

	@Test
	void lifetimeOfKeysThatAreNotGivenIsNamed(CapturedOutput output) {
		this.runner.withPropertyValues("realtime.bridge.client-secret.lifetime=60s")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'realtime.bridge.client-secret.lifetime' has no effect without"
				+ " 'realtime.bridge.client-secret.enabled'");
	}

	@Test
	void bridgeWithoutServletApplicationIsNamed(CapturedOutput output) {
		RealtimeContext.runner(this.server.transport())
			.withConfiguration(AutoConfigurations.of(RealtimeBridgeAutoConfiguration.class,
					RealtimeBridgeAdviceAutoConfiguration.class))
			.withPropertyValues("realtime.bridge.enabled=true", "realtime.session.auto-open=false")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output)
			.contains("'realtime.bridge.enabled' does nothing here: the bridge needs a servlet application")
			.contains("spring-boot-starter-webmvc");
	}

	@Test
	void bridgeWithoutWebSocketsIsNamed(CapturedOutput output) {
		this.runner.withClassLoader(new FilteredClassLoader(WebSocketHandlerMapping.class))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'realtime.bridge.enabled' does nothing here").contains("spring-websocket");
	}

	@Test
	void propertiesOfAnotherModeAreNamed(CapturedOutput output) {
		this.runner.withPropertyValues("realtime.bridge.relay.events-per-second=9")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'realtime.bridge.relay' has no effect without 'realtime.bridge.mode=relay'");
		this.runner.withPropertyValues("realtime.bridge.mode=relay", "realtime.bridge.tool-data=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'realtime.bridge.tool-data' has no effect with 'realtime.bridge.mode=relay'");
	}

	@Test
	void nothingIsSaidWhereNothingIsWrong(CapturedOutput output) {
		this.runner
			.withPropertyValues("realtime.bridge.client-secret.enabled=true",
					"realtime.bridge.client-secret.lifetime=60s")
			.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues("realtime.bridge.mode=relay", EVENTS + "=response.cancel")
			.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues("realtime.bridge.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("realtime.bridge.");
	}

	private void assertRefused(String property, String value, String problem) {
		this.runner.withPropertyValues(property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining(property)
				.hasMessageContaining(problem));
	}

	private static String camelCase(String type) {
		return Arrays.stream(type.split("[._]"))
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
	}

}
