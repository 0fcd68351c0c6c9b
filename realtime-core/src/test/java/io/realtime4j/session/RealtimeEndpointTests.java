package io.realtime4j.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.provider.Provider;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.ServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RealtimeEndpoint}.
 */
class RealtimeEndpointTests {

	private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer sk-CANARY");

	@ParameterizedTest
	@ValueSource(strings = { "https://api.openai.com/v1", "wss://api.openai.com", "HTTPS://api.openai.com",
			"http://localhost:8080/v1", "ws://LOCALHOST", "ws://127.0.0.1:1/v1", "http://127.1.2.3", "ws://[::1]:80",
			"https://local_ai:8080/v1" })
	void takesEncryptedAddressesAndThisMachine(URI baseUrl) {
		assertThat(endpoint(baseUrl, false).baseUrl()).isEqualTo(baseUrl);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.openai.com/v1", "ws://10.0.0.1", "WS://example.com",
			"http://localhost.evil.com", "http://127.0.0.1.evil.com", "ws://[::2]", "http://local_ai:8080/v1",
			"http://localhost@evil_host/v1" })
	void refusesPlainTextBeyondThisMachine(URI baseUrl) {
		assertThatIllegalArgumentException().isThrownBy(() -> endpoint(baseUrl, false))
			.withMessageContaining("must use https or wss")
			.withMessageContaining("not to '" + ServerAddress.hostOf(baseUrl) + "'");
		assertThat(endpoint(baseUrl, true).plainTextAllowed()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "api.openai.com/v1", "/v1", "ftp://host/v1", "https:///v1", "mailto:a@example.com" })
	void refusesWhatIsNoAddressOfAServer(URI baseUrl) {
		assertThatIllegalArgumentException().isThrownBy(() -> endpoint(baseUrl, true))
			.withMessageContaining("must be absolute");
	}

	@Test
	void showsNoSecrets() {
		URI baseUrl = URI.create("https://user:sk-CANARY@host/v1?api-key=sk-CANARY");
		assertThat(endpoint(baseUrl, false))
			.hasToString("RealtimeEndpoint[host=host, provider=COMPATIBLE, dialect=GA]");
		assertThat(new ConnectionRequest(baseUrl, HEADERS, List.of("openai-insecure-api-key.sk-CANARY"),
				Duration.ofSeconds(1)))
			.hasToString("ConnectionRequest[host=host, headers=[Authorization], timeout=PT1S]");
	}

	@Test
	void refusesDialectThatTheProviderDoesNotSpeak() {
		URI baseUrl = URI.create("https://api.x.ai/v1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RealtimeEndpoint(baseUrl, Dialect.BETA, () -> HEADERS, false))
			.withMessage("xAI does not speak the dialect BETA");
	}

	@Test
	void providerFollowsFromTheHostUnlessItIsGiven() {
		URI baseUrl = URI.create("https://api.x.ai");
		RealtimeEndpoint given = new RealtimeEndpoint(baseUrl, Provider.COMPATIBLE, Dialect.BETA, () -> HEADERS, false);
		assertThat(endpoint(baseUrl, false).provider()).isEqualTo(Provider.XAI);
		assertThat(endpoint(baseUrl, false).root()).hasToString("https://api.x.ai/v1");
		assertThat(given.provider()).isEqualTo(Provider.COMPATIBLE);
		assertThat(given.root()).isEqualTo(baseUrl);
	}

	private static RealtimeEndpoint endpoint(URI baseUrl, boolean plainTextAllowed) {
		return new RealtimeEndpoint(baseUrl, Dialect.GA, () -> HEADERS, plainTextAllowed);
	}

}
