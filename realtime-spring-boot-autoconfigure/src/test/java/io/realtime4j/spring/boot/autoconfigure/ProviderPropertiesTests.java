package io.realtime4j.spring.boot.autoconfigure;

import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code realtime.provider} and what follows from it.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProviderPropertiesTests {

	private static final String XAI = "realtime.base-url=https://api.x.ai";

	private static final String VOICE_LIVE = "realtime.base-url=https://r.services.ai.azure.com/voice-live";

	private static final String AZURE = "realtime.base-url=https://r.openai.azure.com";

	private final ApplicationContextRunner runner = RealtimeContext.runner(ScriptedTransport.silent())
		.withPropertyValues("realtime.session.auto-open=false");

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "realtime.base-url=https://api.openai.com/v1, OPENAI, GA", AZURE + ", AZURE, GA",
					AZURE + "/openai?api-version=2024-10-01-preview, AZURE, BETA", VOICE_LIVE + ", VOICE_LIVE, BETA",
					XAI + ", XAI, GA", "realtime.base-url=https://host/v1, COMPATIBLE, GA",
					"realtime.provider=xai, XAI, GA", "realtime.provider=voice-live, VOICE_LIVE, BETA",
					"realtime.provider=compatible, COMPATIBLE, GA" })
	void providerAndDialectFollowFromTheAddressUnlessTheyAreSet(String property, Provider provider, Dialect dialect) {
		this.runner.withPropertyValues(property).run((context) -> {
			RealtimeEndpoint endpoint = context.getBean(RealtimeEndpoint.class);
			assertThat(endpoint.provider()).isEqualTo(provider);
			assertThat(endpoint.dialect()).isEqualTo(dialect);
		});
	}

	@Test
	void dialectThatIsSetStays() {
		this.runner.withPropertyValues(AZURE, "realtime.dialect=beta")
			.run((context) -> assertThat(context.getBean(RealtimeEndpoint.class).dialect()).isEqualTo(Dialect.BETA));
	}

	@Test
	void dialectThatTheProviderDoesNotSpeakStopsTheStart() {
		this.runner.withPropertyValues(XAI, "realtime.dialect=beta")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessage("The property 'realtime.dialect' must not be 'beta': xAI does not speak it"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { AZURE
					+ "?api-version=CANARY|wss://r.openai.azure.com/openai/v1/realtime (Azure OpenAI, dialect GA)",
					"realtime.base-url=http://CANARY@localhost:8080/v1|ws://localhost:8080/v1/realtime",
					"realtime.base-url=https://local_ai:9/v1/realtime|wss://local_ai:9/v1/realtime" })
	void logTellsWhereSessionsConnectToWithoutWhatMayBeSecret(String property, String address, CapturedOutput output) {
		this.runner.withPropertyValues(property).run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("Sessions connect to " + address).doesNotContain("CANARY");
	}

	@Test
	void keyGoesWhereTheProviderWantsIt() {
		assertHeaders(Map.of("api-key", "test-key"), AZURE);
		assertHeaders(Map.of("api-key", "test-key"), VOICE_LIVE);
		assertHeaders(Map.of("Authorization", "Bearer test-key"), XAI);
		assertHeaders(Map.of("Authorization", "Bearer test-key"), AZURE,
				"realtime.authentication.header=Authorization");
	}

	@Test
	void accountsGoOnlyWhereTheyAreKnownAndAreNamedElsewhere(CapturedOutput output) {
		assertHeaders(Map.of("Authorization", "Bearer test-key"), XAI, "realtime.organization=org_1",
				"realtime.project=proj_1");
		assertThat(output).contains("'realtime.organization' is not supported by xAI. It is not sent")
			.contains("'realtime.project' is not supported by xAI. It is not sent")
			.doesNotContain("org_1");
	}

	@ParameterizedTest
	@CsvSource({ XAI + ", realtime.session.tracing.mode=auto, realtime.session.tracing",
			XAI + ", realtime.session.output-modalities=text, realtime.session.output-modalities",
			VOICE_LIVE + ", realtime.session.audio.output.speed=1.1, realtime.session.audio.output.speed",
			"realtime.provider=openai, realtime.session.temperature=0.8, realtime.session.temperature" })
	void settingThatWouldBeLostIsNamedAtStart(String provider, String setting, String property, CapturedOutput output) {
		this.runner.withPropertyValues(provider, setting).run((context) -> {
			assertThat(context).hasSingleBean(RealtimeSession.class);
			assertThat(output).contains("'" + property + "' ").contains("It is not sent");
		});
	}

	@ParameterizedTest
	@CsvSource({ XAI
			+ ", realtime.session.audio.input.turn-detection.type=semantic_vad, realtime.session.audio.input.turn-detection",
			XAI + ", realtime.session.type=transcription, realtime.session.type",
			VOICE_LIVE + ", realtime.session.audio.output.voice-id=v, realtime.session.audio.output.voice",
			"realtime.provider=openai, realtime.session.audio.input.format.rate=16000, realtime.session.audio.input.format.rate",
			AZURE + ", realtime.session.audio.input.turn-detection.type=azure_semantic_vad, realtime.session.audio.input.turn-detection" })
	void settingThatCannotWorkStopsTheStart(String provider, String setting, String property) {
		this.runner.withPropertyValues(provider, setting)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageStartingWith("The property '" + property + "' must "));
	}

	@Test
	void compatibleServerIsSentEverythingAndNothingIsSaid(CapturedOutput output) {
		this.runner
			.withPropertyValues("realtime.provider=compatible", "realtime.session.temperature=0.8",
					"realtime.session.audio.output.format.rate=16000", "realtime.organization=org_1")
			.run((context) -> {
				assertThat(context).hasSingleBean(RealtimeSession.class);
				assertThat(output).doesNotContain("It is not sent");
			});
	}

	private void assertHeaders(Map<String, String> headers, String... properties) {
		this.runner.withPropertyValues(properties)
			.run((context) -> assertThat(context.getBean(RealtimeEndpoint.class).headers().get()).isEqualTo(headers));
	}

}
