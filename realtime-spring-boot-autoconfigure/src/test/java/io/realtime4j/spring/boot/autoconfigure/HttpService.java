package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The HTTP endpoints of the service, played by the test.
 */
final class HttpService implements AutoCloseable {

	private static final String SECRET = "{\"value\":\"ek_1\",\"expires_at\":4102444800,\"session\":{\"type\":\"realtime\"}}";

	private final AtomicInteger requests = new AtomicInteger();

	private final CompletableFuture<Long> cut = new CompletableFuture<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile int status = 200;

	private volatile boolean endless;

	HttpService() {
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

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1";
	}

	HttpService answer(int status) {
		this.status = status;
		return this;
	}

	/**
	 * Answer with a body that does not end.
	 */
	HttpService answerForEver() {
		this.endless = true;
		return this;
	}

	int requests() {
		return this.requests.get();
	}

	/**
	 * Return when an endless answer is cut.
	 * @return how much of it was sent, in bytes
	 */
	CompletableFuture<Long> cut() {
		return this.cut;
	}

	private void handle(HttpExchange exchange) throws IOException {
		this.requests.incrementAndGet();
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().set("Location", "/v1/realtime/calls/rtc_1");
		if (this.endless) {
			exchange.sendResponseHeaders(this.status, 0);
			writeForEver(exchange.getResponseBody());
		}
		else {
			byte[] body = SECRET.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, body.length);
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

	private void writeForEver(OutputStream body) {
		byte[] piece = new byte[8192];
		long sent = 0;
		try {
			while (!Thread.currentThread().isInterrupted()) {
				body.write(piece);
				sent += piece.length;
			}
		}
		catch (IOException ex) {
			this.cut.complete(sent);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
