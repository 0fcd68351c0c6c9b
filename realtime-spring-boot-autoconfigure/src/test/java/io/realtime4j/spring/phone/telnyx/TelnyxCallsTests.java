package io.realtime4j.spring.phone.telnyx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelnyxCalls}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TelnyxCallsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private HttpServer server;

	private TelnyxCalls calls;

	private volatile String request = "";

	private volatile int status = 200;

	private volatile String answer = "{\"data\":{\"result\":\"ok\"}}";

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::handle);
		this.server.start();
		this.calls = new TelnyxCalls(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()), "KEY1");
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void commandsAreTheOnesOfTheApi() {
		assertThat(this.calls.answer("v3:a-_1", Map.of("stream_url", "wss://x"))).succeedsWithin(PATIENCE);
		assertThat(this.request).startsWith("Bearer KEY1 POST /v2/calls/v3:a-_1/actions/answer ")
			.contains("\"stream_url\":\"wss://x\"", "\"command_id\":\"realtime4j-answer\"");
		assertThat(this.calls.reject("v3:a-_1")).succeedsWithin(PATIENCE);
		assertThat(this.request).contains("/actions/reject ", "\"cause\":\"USER_BUSY\"");
		assertThat(this.calls.hangUp("v3:a-_1")).succeedsWithin(PATIENCE);
		assertThat(this.request).contains("/actions/hangup ");
	}

	@ParameterizedTest
	@CsvSource({ "200, 0", "404, 10005", "422, 90018" })
	void callThatIsOverIsNoProblem(int status, String code, CapturedOutput output) {
		answer(status, code);
		assertThat(this.calls.hangUp("v3:a")).succeedsWithin(PATIENCE);
		assertThat(output).doesNotContain("call v3:a");
	}

	@Test
	void commandThatIsNotTakenIsNamed(CapturedOutput output) {
		answer(401, "10009");
		assertThat(this.calls.answer("v3:a", Map.of())).succeedsWithin(PATIENCE);
		assertThat(output).contains("The command 'answer' failed for call v3:a: status 401, error 10009: No key FAKE")
			.doesNotContain("KEY1");
		this.status = 500;
		this.answer = "<html>";
		assertThat(this.calls.answer("v3:b", Map.of())).succeedsWithin(PATIENCE);
		assertThat(output).contains("call v3:b: status 500");
	}

	@Test
	void apiThatIsNotThereIsNamed(CapturedOutput output) {
		this.server.stop(0);
		assertThat(this.calls.hangUp("v3:a").handle((done, ex) -> ex != null)).succeedsWithin(PATIENCE).isEqualTo(true);
		assertThat(output).contains("The command 'hangup' failed for call v3:a");
	}

	private void answer(int status, String code) {
		this.status = status;
		this.answer = "{\"errors\":[{\"code\":\"" + code + "\",\"detail\":\"No key\\nFAKE\"}]}";
	}

	private void handle(HttpExchange exchange) throws IOException {
		this.request = exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestMethod() + " "
				+ exchange.getRequestURI() + " "
				+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		byte[] bytes = this.answer.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
