package io.realtime4j.spring.boot.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page, as far as the server can see it: the WebSocket of the JDK, which knows nothing
 * of this project.
 */
final class BridgePage implements WebSocket.Listener {

	private static final Duration TIMEOUT = Duration.ofSeconds(40);

	private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

	private final List<String> types = new CopyOnWriteArrayList<>();

	private final ByteArrayOutputStream audio = new ByteArrayOutputStream();

	private final StringBuilder text = new StringBuilder();

	private final CompletableFuture<String> closed = new CompletableFuture<>();

	private volatile boolean reading;

	private @Nullable WebSocket socket;

	private final AtomicInteger pings = new AtomicInteger();

	private BridgePage(boolean reading) {
		this.reading = reading;
	}

	static BridgePage connect(int port) {
		return connect(URI.create("ws://127.0.0.1:" + port + "/realtime"), true, "realtime4j.v1");
	}

	static BridgePage connect(URI uri, boolean reading, String... subprotocols) {
		BridgePage page = new BridgePage(reading);
		page.socket = builder(subprotocols).buildAsync(uri, page).join();
		return page;
	}

	static BridgePage connect(URI uri, @Nullable String origin, String... subprotocols) {
		BridgePage page = new BridgePage(true);
		WebSocket.Builder builder = builder(subprotocols);
		if (origin != null) {
			builder.header("Origin", origin);
		}
		page.socket = builder.buildAsync(uri, page).join();
		return page;
	}

	/**
	 * Connect through a proxy that says where the page is.
	 * @param port the port of the server
	 * @param address the address of the page
	 * @return the page
	 */
	static BridgePage connectFrom(int port, String address) {
		BridgePage page = new BridgePage(true);
		page.socket = builder("realtime4j.v1").header("X-Forwarded-For", address)
			.buildAsync(URI.create("ws://127.0.0.1:" + port + "/realtime"), page)
			.join();
		return page;
	}

	private static WebSocket.Builder builder(String... subprotocols) {
		WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
		if (subprotocols.length > 0) {
			builder.subprotocols(subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
		}
		return builder;
	}

	/**
	 * Start, and wait until the server is ready.
	 * @param sampleRate the rate of the microphone
	 * @return what the server says
	 */
	JsonNode start(int sampleRate) {
		send("{\"type\":\"start\",\"sampleRate\":" + sampleRate + "}");
		return await("ready");
	}

	JsonNode resume(String token) {
		send("{\"type\":\"start\",\"sampleRate\":24000,\"resume\":\"" + token + "\"}");
		return await("ready");
	}

	BridgePage send(String json) {
		settle(socket().sendText(json.replace('\'', '"'), true));
		return this;
	}

	BridgePage speak(byte[] pcm16) {
		settle(socket().sendBinary(ByteBuffer.wrap(pcm16), true));
		return this;
	}

	// The server may close the connection before all of it is sent, which is heard as
	// such
	private static void settle(CompletableFuture<WebSocket> sending) {
		sending.handle((socket, failure) -> failure).join();
	}

	/**
	 * Read nothing any more.
	 */
	void ignore() {
		this.reading = false;
	}

	void leave(int code) {
		socket().sendClose(code, "").join();
	}

	void vanish() {
		socket().abort();
	}

	/**
	 * Return the next message of a type, and forget those before it.
	 * @param type the type
	 * @return the message
	 */
	JsonNode await(String type) {
		JsonNode message = next();
		while (!type.equals(message.path("type").asString())) {
			message = next();
		}
		return message;
	}

	void awaitOpen() {
		while (!"open".equals(await("state").path("state").asString())) {
			assertThat(isOpen()).isTrue();
		}
	}

	JsonNode next() {
		try {
			JsonNode message = this.messages.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
			assertThat(message).as("a message, after %s", this.types).isNotNull();
			return message;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Wait for the end.
	 * @return the code and the reason
	 */
	String awaitClosed() {
		return this.closed.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
	}

	boolean isOpen() {
		return !this.closed.isDone();
	}

	/**
	 * Return what came so far.
	 * @return the types of the messages
	 */
	List<String> types() {
		return this.types;
	}

	synchronized byte[] audio() {
		return this.audio.toByteArray();
	}

	@Override
	public void onOpen(WebSocket webSocket) {
		if (this.reading) {
			webSocket.request(1);
		}
	}

	@Override
	public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.text.append(data);
		if (last) {
			JsonNode message = JsonMapper.shared().readTree(this.text.toString());
			this.text.setLength(0);
			this.types.add(message.path("type").asString());
			this.messages.add(message);
		}
		if (this.reading) {
			webSocket.request(1);
		}
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public synchronized CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
		byte[] bytes = new byte[data.remaining()];
		data.get(bytes);
		this.audio.writeBytes(bytes);
		if (this.reading) {
			webSocket.request(1);
		}
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
		this.pings.incrementAndGet();
		webSocket.request(1);
		return null;
	}

	int pings() {
		return this.pings.get();
	}

	@Override
	public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		this.closed.complete(statusCode + " " + reason);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		this.closed.complete("error " + error.getMessage());
	}

	private WebSocket socket() {
		assertThat(this.socket).isNotNull();
		return this.socket;
	}

}
