package io.realtime4j.simulator.lean;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.realtime4j.audio.AudioDurations;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page that shows captions where the bridge says they belong, and keeps what it is
 * given to play.
 */
final class WatchingPage implements WebSocket.Listener, AutoCloseable {

	private static final int RATE = 24_000;

	private final BlockingQueue<ObjectNode> messages = new LinkedBlockingQueue<>();

	private final CompletableFuture<Void> closed = new CompletableFuture<>();

	private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

	private final StringBuilder text = new StringBuilder();

	private final List<ObjectNode> captions = new ArrayList<>();

	private final WebSocket socket;

	private String itemId = "";

	private int answers;

	private WatchingPage(int port) {
		this.socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.subprotocols("realtime4j.v1")
			.buildAsync(URI.create("ws://127.0.0.1:" + port + "/realtime"), this)
			.join();
	}

	static WatchingPage open(int port) {
		WatchingPage page = new WatchingPage(port);
		page.send("{'type':'start','sampleRate':" + RATE + "}");
		page.await((message) -> "open".equals(Json.text(message, "state")));
		return page;
	}

	void say(String words) {
		send("{'type':'text','text':'" + words + "'}");
	}

	void speak(byte[] pcm16) {
		this.socket.sendBinary(ByteBuffer.wrap(pcm16), true).join();
	}

	void interrupt() {
		send("{'type':'interrupt'}");
		await("clear");
	}

	/**
	 * Report how much was heard of what was given last.
	 */
	void heard(long millis) {
		send("{'type':'played','itemId':'" + this.itemId + "','contentIndex':0,'ms':" + millis + "}");
	}

	void await(String type) {
		await((message) -> type.equals(Json.text(message, "type")));
	}

	/**
	 * Wait until so many more responses have come to their end.
	 */
	void awaitAnswers(int count) {
		int before = this.answers;
		while (this.answers < before + count) {
			await("response");
		}
	}

	/**
	 * Take what has come meanwhile.
	 */
	void catchUp() {
		for (ObjectNode message = this.messages.poll(); message != null; message = this.messages.poll()) {
			take(message);
		}
	}

	List<String> captions() {
		return this.captions.stream()
			.map((caption) -> Json.text(caption, "role") + ": " + Json.text(caption, "text"))
			.toList();
	}

	synchronized long soundMillis() {
		return AudioDurations.pcm16Millis(this.sound.size(), RATE);
	}

	synchronized byte[] sound() {
		return this.sound.toByteArray();
	}

	private void send(String json) {
		this.socket.sendText(json.replace('\'', '"'), true).join();
	}

	private void await(Predicate<ObjectNode> predicate) {
		ObjectNode message = next();
		while (!predicate.test(message)) {
			message = next();
		}
	}

	private ObjectNode next() {
		try {
			ObjectNode message = this.messages.poll(20, TimeUnit.SECONDS);
			assertThat(message).as("another message, after " + captions()).isNotNull();
			take(message);
			return message;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void take(ObjectNode message) {
		String type = Json.text(message, "type", "");
		if ("audio".equals(type)) {
			this.itemId = message.path("itemId").asString();
		}
		else if ("response".equals(type) && !"in_progress".equals(Json.text(message, "status"))) {
			this.answers++;
		}
		else if ("transcript".equals(type)) {
			show(message);
		}
		else if ("transcript-removed".equals(type)) {
			this.captions.removeIf((caption) -> isOf(caption, Json.text(message, "itemId")));
		}
	}

	private void show(ObjectNode message) {
		this.captions.removeIf((caption) -> isOf(caption, Json.text(message, "itemId")));
		int index = 0;
		for (int i = 0; i < this.captions.size(); i++) {
			index = isOf(this.captions.get(i), Json.text(message, "previousItemId")) ? i + 1 : index;
		}
		this.captions.add(index, message);
	}

	private static boolean isOf(ObjectNode caption, String itemId) {
		return caption.path("itemId").asString().equals(itemId);
	}

	@Override
	public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.text.append(data);
		if (last) {
			this.messages.add(Json.readObject(this.text.toString()));
			this.text.setLength(0);
		}
		webSocket.request(1);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public synchronized CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
		byte[] bytes = new byte[data.remaining()];
		data.get(bytes);
		this.sound.writeBytes(bytes);
		webSocket.request(1);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
		this.closed.complete(null);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void close() {
		this.socket.sendClose(1000, "").join();
		this.closed.orTimeout(20, TimeUnit.SECONDS).join();
	}

}
