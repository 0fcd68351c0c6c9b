package io.realtime4j.spring.boot.autoconfigure;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compression of the frames between the bridge and pages, which browsers offer.
 */
class BridgeCompressionTests {

	private static final String ACCEPTED = "sec-websocket-extensions: permessage-deflate";

	private final WebApplicationContextRunner runner = new BridgeServer().runner();

	@ParameterizedTest
	@CsvSource({ "voice,realtime4j.v1", "relay,realtime" })
	void isDeclined(String mode, String subprotocol) {
		this.runner.withPropertyValues("realtime.bridge.mode=" + mode)
			.run((context) -> assertThat(answer(BridgeServer.port(context), subprotocol)).startsWith("http/1.1 101")
				.contains("sec-websocket-protocol: " + subprotocol)
				.doesNotContain("extensions"));
	}

	@Test
	void isAcceptedWhereItIsWanted() {
		this.runner.withPropertyValues("realtime.bridge.compression=true", "realtime.bridge.mode=relay")
			.run((context) -> assertThat(answer(BridgeServer.port(context), "realtime")).startsWith("http/1.1 101")
				.contains(ACCEPTED));
	}

	private static String answer(int port, String subprotocol) {
		return RawRequest.handshake("/realtime", subprotocol)
			.header("Host", "localhost")
			.header("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits")
			.ask(port)
			.toLowerCase(Locale.ROOT);
	}

}
