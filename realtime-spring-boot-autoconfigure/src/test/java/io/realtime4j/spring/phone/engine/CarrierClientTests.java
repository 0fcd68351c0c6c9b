package io.realtime4j.spring.phone.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CarrierClient}.
 */
class CarrierClientTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private HttpServer server;

	private CarrierClient client;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/calls/told", CarrierClientTests::tell);
		this.server.createContext("/calls/endless", CarrierClientTests::talk);
		this.server.setExecutor(this.executor);
		this.server.start();
		this.client = new CarrierClient("http://127.0.0.1:" + this.server.getAddress().getPort() + "/calls/",
				() -> "Bearer key", "application/json");
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	@Test
	void commandIsSentAndItsAnswerIsGivenWhateverItsStatus() {
		assertThat(this.client.post("told", "{}")).succeedsWithin(PATIENCE)
			.isEqualTo(new CarrierClient.Answer(422, "POST Bearer key application/json {}"));
		assertThat(this.client.put("told", "{}")).succeedsWithin(PATIENCE)
			.isEqualTo(new CarrierClient.Answer(422, "PUT Bearer key application/json {}"));
	}

	@Test
	void answerThatDoesNotEndIsCut() {
		assertThat(this.client.post("endless", "{}")).succeedsWithin(PATIENCE)
			.satisfies((answer) -> assertThat(answer.body()).hasSize(16 * 1024));
	}

	private static void tell(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Authorization")
				+ " " + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body)
			.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(422, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	private static void talk(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream body = exchange.getResponseBody()) {
			byte[] more = "x".repeat(1024).getBytes(StandardCharsets.UTF_8);
			// It ends when nobody reads any more
			while (!Thread.currentThread().isInterrupted()) {
				body.write(more);
			}
		}
	}

}
