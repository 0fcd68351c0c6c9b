package io.realtime4j.spring.phone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * REST API of a carrier that remembers the last command, and answers as it is told.
 */
public final class CommandRecorder implements AutoCloseable {

	private final HttpServer server;

	private volatile String authorization = "";

	private volatile String command = "";

	private volatile int status = 200;

	private volatile String answer = "{}";

	public CommandRecorder() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	public void answer(int status, String answer) {
		this.status = status;
		this.answer = answer;
	}

	public String authorization() {
		return this.authorization;
	}

	/**
	 * Return the method, the path and the body, with spaces between.
	 */
	public String command() {
		return this.command;
	}

	private void handle(HttpExchange exchange) throws IOException {
		this.authorization = exchange.getRequestHeaders().getFirst("Authorization");
		this.command = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
				+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		byte[] bytes = this.answer.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
