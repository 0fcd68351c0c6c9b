package io.realtime4j.transport;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerAddress}.
 */
class ServerAddressTests {

	@ParameterizedTest
	@CsvSource({ "https://api.openai.com/v1, api.openai.com, -1", "http://local_ai:8080/v1, local_ai, 8080",
			"ws://local_ai, local_ai, -1", "ws://local_ai:, local_ai, -1",
			"http://my_net.local_ai:1?a=b, my_net.local_ai, 1", "http://_:1, _, 1", "http://[::1]:80/, [::1], 80",
			"http://127.0.0.1:80/, 127.0.0.1, 80", "http://localhost@evil_host/, evil_host, -1",
			"http://127.0.0.1:80@evil_host:81/, evil_host, 81", "http://a@localhost@evil_host/, evil_host, -1" })
	void hostAndPortAreThoseOfTheAddress(URI uri, String host, int port) {
		assertThat(ServerAddress.of(uri)).isEqualTo(new ServerAddress(host, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1", "https:///v1", "mailto:a@b", "http://a_b:x/", "http://a_b:1:2/",
			"http://a_b:123456/", "http://local_$ai/", "http://local_ai@/" })
	void addressWithoutAHostHasNone(URI uri) {
		assertThat(ServerAddress.of(uri)).isNull();
	}

}
