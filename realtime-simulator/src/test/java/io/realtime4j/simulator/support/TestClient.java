package io.realtime4j.simulator.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client on the WebSocket of the JDK, which knows nothing of this project. Whatever it
 * receives is held against the rules of streams.
 */
public final class TestClient implements AutoCloseable {

	private static final long TIMEOUT_SECONDS = 20;

	private final BlockingQueue<ObjectNode> incoming = new LinkedBlockingQueue<>();

	private final List<ObjectNode> events = new ArrayList<>();

	private final CompletableFuture<String> closed = new CompletableFuture<>();

	private final WebSocket socket;

	private @Nullable StreamValidator validator;

	private TestClient(URI uri, Map<String, String> headers, String... subprotocols) {
		boolean beta = headers.containsKey("OpenAI-Beta")
				|| Arrays.asList(subprotocols).contains("openai-beta.realtime-v1");
		this.validator = (beta) ? StreamValidator.beta() : StreamValidator.ga();
		WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
		headers.forEach(builder::header);
		if (subprotocols.length > 0) {
			String[] others = Arrays.copyOfRange(subprotocols, 1, subprotocols.length);
			builder.subprotocols(subprotocols[0], others);
		}
		this.socket = builder.buildAsync(uri, new Listener()).join();
	}

	public static TestClient connect(URI url, String query, Map<String, String> headers, String... subprotocols) {
		return new TestClient(URI.create(url + query), headers, subprotocols);
	}

	public static TestClient connect(URI url) {
		return connect(url, "?model=gpt-realtime", Map.of());
	}

	public String subprotocol() {
		return this.socket.getSubprotocol();
	}

	public void send(String json) {
		this.socket.sendText(json.replace('\'', '"'), true).join();
	}

	public void sendPart(String part, boolean last) {
		this.socket.sendText(part, last).join();
	}

	public void sendBinary() {
		this.socket.sendBinary(ByteBuffer.allocate(10), true).join();
	}

	/**
	 * Wait for an event.
	 * @param type its wire type
	 * @return the next event of the type
	 */
	public ObjectNode await(String type) {
		try {
			while (true) {
				ObjectNode event = this.incoming.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
				if (event == null) {
					throw new AssertionError("No " + type + " came, but " + this.events);
				}
				this.events.add(event);
				check(event);
				if (type.equals(Json.text(event, "type"))) {
					return event;
				}
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Take events that break the rules of streams from now on.
	 * @return this client
	 */
	public TestClient lenient() {
		this.validator = null;
		return this;
	}

	public List<ObjectNode> events() {
		return this.events;
	}

	private void check(ObjectNode event) {
		if (this.validator != null) {
			this.validator.accept(event);
			assertThat(this.validator.complaints()).isEmpty();
		}
	}

	public List<ObjectNode> all(String type) {
		return this.events.stream().filter((event) -> type.equals(Json.text(event, "type"))).toList();
	}

	public boolean hasIncoming() {
		return !this.incoming.isEmpty();
	}

	/**
	 * Wait for the end of the connection.
	 * @return the close code and the reason, or {@code "cut"}
	 */
	public String awaitClose() {
		// A connection that was cut may be noticed by writing only
		for (long waited = 0; waited < TIMEOUT_SECONDS && !this.closed.isDone(); waited++) {
			try {
				this.closed.get(1, TimeUnit.SECONDS);
			}
			catch (TimeoutException ex) {
				this.socket.sendPing(ByteBuffer.allocate(0)).exceptionally((failure) -> {
					this.closed.complete("cut");
					return null;
				});
			}
			catch (InterruptedException | ExecutionException ex) {
				throw new AssertionError(ex);
			}
		}
		return this.closed.orTimeout(1, TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		this.socket.abort();
	}

	private final class Listener implements WebSocket.Listener {

		private final StringBuilder text = new StringBuilder();

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				TestClient.this.incoming.add(Json.parse(this.text.toString()));
				this.text.setLength(0);
			}
			socket.request(1);
			return null;
		}

		@Override
		public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			TestClient.this.closed.complete(code + " " + reason);
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable failure) {
			TestClient.this.closed.complete("cut");
		}

	}

}
