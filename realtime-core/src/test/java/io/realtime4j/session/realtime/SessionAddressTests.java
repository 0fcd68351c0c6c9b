package io.realtime4j.session.realtime;

import java.net.URI;
import java.util.Map;

import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.SessionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionAddress}.
 */
class SessionAddressTests {

	@ParameterizedTest
	@CsvSource({ "https://api.openai.com/v1, wss://api.openai.com/v1/realtime?model=m",
			"wss://api.openai.com/v1, wss://api.openai.com/v1/realtime?model=m",
			"HTTPS://api.openai.com/v1, wss://api.openai.com/v1/realtime?model=m",
			"http://localhost:8080/v1, ws://localhost:8080/v1/realtime?model=m",
			"ws://127.0.0.1:8080/v1, ws://127.0.0.1:8080/v1/realtime?model=m",
			"ws://[::1]:8080, ws://[::1]:8080/realtime?model=m", "https://host, wss://host/realtime?model=m",
			"https://host/, wss://host/realtime?model=m", "https://host/v1//, wss://host/v1/realtime?model=m",
			"https://host/v1/realtime, wss://host/v1/realtime?model=m",
			"https://host/v1/realtime/, wss://host/v1/realtime?model=m",
			"https://host/v1?model=other, wss://host/v1/realtime?model=m",
			"https://host/a%20b/v1, wss://host/a%20b/v1/realtime?model=m" })
	void baseUrlBecomesTheAddressOfTheSession(URI baseUrl, String expected) {
		assertThat(uri(baseUrl, settings("m"))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "https://r.openai.azure.com/openai/v1, wss://r.openai.azure.com/openai/v1/realtime?model=m",
			"https://r.openai.azure.com/openai?api-version=2024-10-01-preview&deployment=d, "
					+ "wss://r.openai.azure.com/openai/realtime?api-version=2024-10-01-preview&deployment=d",
			"https://r.openai.azure.com/openai?api-version=2024-10-01-preview, "
					+ "wss://r.openai.azure.com/openai/realtime?api-version=2024-10-01-preview&model=m" })
	void azureKeepsItsQueryAndADeploymentStandsForTheModel(URI baseUrl, String expected) {
		assertThat(uri(baseUrl, settings("m"))).isEqualTo(expected);
	}

	@Test
	void modelIsEncoded() {
		assertThat(uri(URI.create("https://host/v1"), settings("a b/c&d=é")))
			.isEqualTo("wss://host/v1/realtime?model=a+b%2Fc%26d%3D%C3%A9");
	}

	@Test
	void sessionWithoutModelNamesNone() {
		assertThat(uri(URI.create("https://host/v1"), RealtimeSessionSettings.builder().build()))
			.isEqualTo("wss://host/v1/realtime");
	}

	@Test
	void addressNamesTheModelWhereTheSettingsDoNot() {
		URI address = URI.create("https://host/v1?a=b&model=c%2Fd");
		assertThat(uri(address, RealtimeSessionSettings.builder().build()))
			.isEqualTo("wss://host/v1/realtime?a=b&model=c%2Fd");
		assertThat(uri(URI.create("https://host/v1?model="), RealtimeSessionSettings.builder().build()))
			.isEqualTo("wss://host/v1/realtime");
	}

	@Test
	void transcriptionSaysItsIntent() {
		assertThat(uri(URI.create("https://host/v1?intent=x"), TranscriptionSessionSettings.builder().build()))
			.isEqualTo("wss://host/v1/realtime?intent=transcription");
	}

	@Test
	void sidebandNamesTheCallAndNoModel() {
		SessionSpec spec = SessionSpec.sideband("rtc_1/2").settings(settings("m")).build();
		assertThat(SessionAddress.of(URI.create("https://host/v1"), spec, "model", Map.of()))
			.hasToString("wss://host/v1/realtime?call_id=rtc_1%2F2");
	}

	@Test
	void deploymentIsNamedWhereAzureHasNoModels() {
		SessionSpec spec = SessionSpec.of(settings("gpt-realtime"));
		URI old = URI.create("https://r.openai.azure.com/openai?api-version=2024-10-01-preview");
		assertThat(SessionAddress.of(old, spec, Provider.AZURE.modelParameter(old), Map.of())).hasToString(
				"wss://r.openai.azure.com/openai/realtime?api-version=2024-10-01-preview&deployment=gpt-realtime");
	}

	@Test
	void agentStandsForTheModel() {
		URI agent = URI.create("https://r.services.ai.azure.com/voice-live?agent_id=a&project_id=p");
		assertThat(SessionAddress.of(agent, SessionSpec.of(settings("gpt-realtime")), "model", Map.of()))
			.hasToString("wss://r.services.ai.azure.com/voice-live/realtime?agent_id=a&project_id=p");
	}

	private static RealtimeSessionSettings settings(String model) {
		return RealtimeSessionSettings.builder().model(new RealtimeModel(model)).build();
	}

	private static String uri(URI baseUrl, SessionSettings settings) {
		return SessionAddress.of(baseUrl, SessionSpec.of(settings), "model", Map.of()).toString();
	}

}
