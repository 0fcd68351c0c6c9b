package io.realtime4j.provider;

import java.net.URI;

import io.realtime4j.codec.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where each {@link Provider} is found.
 */
class ProviderTests {

	@ParameterizedTest
	@CsvSource({ "https://api.openai.com/v1, OPENAI", "wss://EU.api.openai.com, OPENAI",
			"https://r.openai.azure.com/openai/v1, AZURE", "https://r.openai.azure.us, AZURE",
			"https://r.services.ai.azure.com/openai/v1, AZURE", "https://r.services.ai.azure.com, AZURE",
			"https://r.services.ai.azure.com/voice-live, VOICE_LIVE",
			"wss://r.cognitiveservices.azure.com/voice-live/realtime?api-version=2026-04-10, VOICE_LIVE",
			"https://api.x.ai/v1, XAI", "https://us-east-1.api.x.ai/v1, XAI", "http://localhost:8080/v1, COMPATIBLE",
			"https://api.x.ai.evil.com/v1, COMPATIBLE", "https://notapi.x.ai/v1, COMPATIBLE",
			"https://host/voice-live, COMPATIBLE" })
	void hostTellsTheProvider(URI baseUrl, Provider provider) {
		assertThat(Provider.of(baseUrl)).isEqualTo(provider);
	}

	@ParameterizedTest
	@CsvSource({ "https://api.openai.com, https://api.openai.com/v1", "https://api.x.ai/, https://api.x.ai/v1",
			"https://api.x.ai/v2, https://api.x.ai/v2",
			"https://r.openai.azure.com, https://r.openai.azure.com/openai/v1",
			"https://r.openai.azure.com/openai?api-version=1, https://r.openai.azure.com/openai?api-version=1",
			"https://r.services.ai.azure.com/voice-live, https://r.services.ai.azure.com/voice-live?api-version=2025-10-01",
			"https://r.services.ai.azure.com/voice-live?a=b&api-version=v, https://r.services.ai.azure.com/voice-live?a=b&api-version=v",
			"https://host, https://host" })
	void addressWithoutPathIsCompleted(URI baseUrl, String root) {
		assertThat(Provider.of(baseUrl).root(baseUrl)).hasToString(root);
	}

	@ParameterizedTest
	@CsvSource({ "https://api.openai.com/v1, GA, model, Authorization", "https://api.x.ai/v1, GA, model, Authorization",
			"https://r.openai.azure.com/openai/v1, GA, model, api-key",
			"https://r.openai.azure.com, GA, model, api-key",
			"https://r.openai.azure.com/openai?api-version=2024-10-01-preview, BETA, deployment, api-key",
			"https://r.services.ai.azure.com/voice-live, BETA, model, api-key",
			"https://host/v1, GA, model, Authorization" })
	void addressTellsDialectAndWhereKeyAndModelGo(URI baseUrl, Dialect dialect, String model, String header) {
		Provider provider = Provider.of(baseUrl);
		assertThat(provider.dialect(baseUrl)).isEqualTo(dialect);
		assertThat(provider.modelParameter(baseUrl)).isEqualTo(model);
		assertThat(provider.keyHeader()).isEqualTo(header);
	}

	@Test
	void headerOfTheOlderProtocolGoesOnlyWhereItIsKnown() {
		assertThat(Provider.OPENAI.headers(Dialect.BETA)).containsEntry("OpenAI-Beta", "realtime=v1");
		assertThat(Provider.OPENAI.headers(Dialect.GA)).isEmpty();
		assertThat(Provider.VOICE_LIVE.headers(Dialect.BETA)).isEmpty();
	}

}
