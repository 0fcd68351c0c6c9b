package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.realtime4j.simulator.time.Signal;
import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Media stream of a carrier to an application: connects it, and follows what the
 * application says.
 */
abstract class CarrierStream implements WebSocket.Listener {

	private static final int FRAME = 160;

	private static final int GOING_AWAY = 1001;

	private static final int NO_STATUS = 1006;

	private final LineCodec codec;

	private final LinePlayout playout;

	private final Signal signal = new Signal();

	private final List<JsonNode> received = new CopyOnWriteArrayList<>();

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private CompletableFuture<WebSocket> sent = new CompletableFuture<>();

	private long sequence;

	private long chunk;

	private volatile @Nullable Integer closeCode;

	CarrierStream(LineCodec codec, Timeline timeline) {
		this.codec = codec;
		this.playout = new LinePlayout(codec, timeline, this::echo);
	}

	/**
	 * Return the number of the call's next message.
	 */
	final synchronized String nextSequence() {
		return Long.toString(++this.sequence);
	}

	/**
	 * Create a message of this stream.
	 */
	abstract ObjectNode message(String event);

	/**
	 * Return the message with which the call ends.
	 */
	abstract ObjectNode end();

	/**
	 * Return why the carrier does not take a message, or {@code null} if it does.
	 */
	abstract @Nullable String complaint(JsonNode message);

	/**
	 * Connect to an application.
	 * @param client the client
	 * @param url where it is
	 * @param header the name of the header that vouches for the stream
	 * @param value its value, or {@code null} for none
	 * @return the status of the handshake, 101 if the stream is connected
	 */
	int connect(HttpClient client, URI url, String header, @Nullable String value) {
		WebSocket.Builder builder = client.newWebSocketBuilder();
		if (value != null) {
			builder.header(header, value);
		}
		try {
			WebSocket socket = builder.buildAsync(url, this).join();
			this.sent.complete(socket);
			return Carrier.SWITCHING_PROTOCOLS;
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof WebSocketHandshakeException refused) {
				return refused.getResponse().statusCode();
			}
			throw ex;
		}
	}

	void media(byte[] audio, long timestampMillis) {
		ObjectNode message = message("media");
		message.putObject("media")
			.put("track", "inbound")
			.put("chunk", Long.toString(++this.chunk))
			.put("timestamp", Long.toString(timestampMillis))
			.put("payload", Base64.getEncoder().encodeToString(audio));
		send(message.toString());
	}

	void key(char key) {
		ObjectNode message = message("dtmf");
		message.putObject("dtmf").put("digit", String.valueOf(key));
		send(message.toString());
	}

	void stop() {
		send(end().toString());
		close();
	}

	private void echo(String mark) {
		ObjectNode message = message("mark");
		message.putObject("mark").put("name", mark);
		send(message.toString());
		this.signal.changed();
	}

	synchronized void send(String json) {
		this.sent = this.sent.thenCompose((socket) -> socket.sendText(json, true));
	}

	synchronized void close() {
		this.sent = this.sent.thenCompose((socket) -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
	}

	@Override
	public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
		this.text.append(data);
		if (last) {
			String whole = this.text.toString();
			this.text.setLength(0);
			handle(whole);
		}
		socket.request(1);
		return CompletableFuture.completedFuture(null);
	}

	private void handle(String whole) {
		JsonNode message = Json.parse(whole);
		this.received.add(message);
		String event = message.path("event").asString("");
		String complaint = complaint(message);
		if (complaint != null || !obey(event, message)) {
			this.violations.add(((complaint != null) ? complaint : "unknown") + ": " + event);
			close();
		}
		this.signal.changed();
	}

	private boolean obey(String event, JsonNode message) {
		switch (event) {
			case "media" -> {
				byte[] audio = Base64.getDecoder().decode(message.path("media").path("payload").asString(""));
				if (audio.length == 0 || audio.length % FRAME != 0) {
					this.violations.add("jitter: " + audio.length + " bytes");
				}
				this.playout.play(audio);
			}
			case "mark" -> this.playout.mark(message.path("mark").path("name").asString(""));
			case "clear" -> this.playout.clear();
			default -> {
				return false;
			}
		}
		return true;
	}

	@Override
	public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
		ended((statusCode != 0) ? statusCode : GOING_AWAY);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void onError(WebSocket socket, Throwable error) {
		ended(NO_STATUS);
	}

	private void ended(int code) {
		this.closeCode = code;
		this.playout.stop();
		this.signal.changed();
	}

	LineCodec codec() {
		return this.codec;
	}

	LinePlayout playout() {
		return this.playout;
	}

	@Nullable Integer closeCode() {
		return this.closeCode;
	}

	int awaitClose(Duration timeout) {
		return this.signal.await(() -> this.closeCode, timeout, () -> "The stream was not closed");
	}

	/**
	 * Return what the application said that it must not.
	 */
	List<String> violations() {
		return List.copyOf(this.violations);
	}

	/**
	 * Wait until the application has sent some messages of a kind.
	 */
	List<JsonNode> awaitReceived(String event, int count, Duration timeout) {
		return this.signal.await(() -> {
			List<JsonNode> all = received(event);
			return (all.size() >= count) ? all : null;
		}, timeout, () -> "The application did not send " + count + " messages '" + event + "', but "
				+ received(event).size());
	}

	List<JsonNode> received(String event) {
		return this.received.stream().filter((one) -> event.equals(one.path("event").asString(""))).toList();
	}

}
