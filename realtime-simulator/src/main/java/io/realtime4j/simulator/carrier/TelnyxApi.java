package io.realtime4j.simulator.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * REST API of the simulated Telnyx, by which an application answers, rejects and ends
 * calls.
 */
final class TelnyxApi implements AutoCloseable {

	private static final Pattern COMMAND = Pattern.compile("/v2/calls/([^/]+)/actions/(\\w+)");

	private static final int OK = 200;

	private final ExecutorService executor = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "realtime-telnyx-api");
		thread.setDaemon(true);
		return thread;
	});

	private final HttpServer server;

	private final String apiKey;

	private final Commands commands;

	TelnyxApi(String apiKey, Commands commands) {
		this.apiKey = apiKey;
		this.commands = commands;
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

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			JsonNode body = Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			Answer answer = answer(exchange, (body != null) ? body : Json.object());
			byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(answer.status(), bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	private Answer answer(HttpExchange exchange, JsonNode body) {
		Matcher command = COMMAND.matcher(exchange.getRequestURI().getPath());
		if (!("Bearer " + this.apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			return Answer.error(401, "10009", "Authentication failed");
		}
		if (!"POST".equals(exchange.getRequestMethod()) || !command.matches()) {
			return Answer.error(404, "10005", "Resource not found");
		}
		return this.commands.obey(command.group(1), command.group(2), body);
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
	interface Commands {

		Answer obey(String callId, String action, JsonNode body);

	}

	/**
	 * Answer to a command.
	 *
	 * @param status the status
	 * @param body the body
	 */
	record Answer(int status, ObjectNode body) {

		static Answer done() {
			ObjectNode body = Json.object();
			body.putObject("data").put("result", "ok");
			return new Answer(OK, body);
		}

		static Answer error(int status, String code, String detail) {
			ObjectNode body = Json.object();
			body.putArray("errors").addObject().put("code", code).put("title", detail).put("detail", detail);
			return new Answer(status, body);
		}

	}

}
