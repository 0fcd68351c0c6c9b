package io.realtime4j.simulator.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * REST API of a simulated carrier.
 */
final class CarrierApi implements AutoCloseable {

	private static final int NO_BODY = -1;

	private static final int SERVICE_UNAVAILABLE = 503;

	private final ExecutorService executor = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "realtime-carrier-api");
		thread.setDaemon(true);
		return thread;
	});

	private final HttpServer server;

	private final Handler handler;

	private volatile boolean out;

	CarrierApi(Handler handler) {
		this.handler = handler;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.executor);
		this.server.start();
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/**
	 * Set whether the API is out of order.
	 */
	void setOut(boolean out) {
		this.out = out;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			String authorization = exchange.getRequestHeaders().getFirst("Authorization");
			Answer answer = this.out ? new Answer(SERVICE_UNAVAILABLE, null)
					: this.handler
						.handle(new Request(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
								(authorization != null) ? authorization : "", body));
			if (answer.body() == null) {
				exchange.sendResponseHeaders(answer.status(), NO_BODY);
				return;
			}
			byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(answer.status(), bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * Carries out commands.
	 */
	@FunctionalInterface
	interface Handler {

		Answer handle(Request request);

	}

	/**
	 * Command of the application.
	 *
	 * @param line the method and the path, with a space between
	 * @param authorization the value of the header, or an empty text
	 * @param text the body
	 */
	record Request(String line, String authorization, String text) {

		JsonNode body() {
			return Json.parse(this.text);
		}

	}

	/**
	 * Answer to a command.
	 *
	 * @param status the status
	 * @param body the body, or {@code null} for none
	 */
	record Answer(int status, @Nullable ObjectNode body) {
	}

}
