package io.realtime4j.transport;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EndpointUris}.
 */
class EndpointUrisTests {

	@ParameterizedTest
	@CsvSource({ "wss://host/v1/realtime, false", "wss://host/v1/realtime?model=gpt-realtime, false",
			"wss://host/v1/realtime?call_id=rtc_1, false",
			"wss://host/openai/realtime?api-version=2024-10-01-preview&deployment=desk, false",
			"wss://host/v1/realtime?model=gpt-realtime&api-key=secret, true", "wss://host/v1/realtime?secret, true",
			"wss://user:secret@host/v1/realtime, true" })
	void knowsWhichAddressesMayHoldSecrets(URI uri, boolean expected) {
		assertThat(EndpointUris.mayHoldSecrets(uri)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "https://host/v1, wss://host/v1/live/sessions",
			"https://host/v1/realtime/, wss://host/v1/live/sessions", "http://host:8080, ws://host:8080/live/sessions",
			"https://host/openai/v1?api-version=preview&model=x, wss://host/openai/v1/live/sessions?api-version=preview" })
	void otherInterfacesOfTheServiceStandBesides(URI baseUrl, URI expected) {
		assertThat(EndpointUris.besides(baseUrl, "/live/sessions")).isEqualTo(expected);
	}

}
