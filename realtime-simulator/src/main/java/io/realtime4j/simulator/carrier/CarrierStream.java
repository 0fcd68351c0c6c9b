package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.realtime4j.simulator.time.Signal;
import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Media stream of a carrier to an application: connects it, and follows what the
 * application says.
 */
abstract class CarrierStream implements WebSocket.Listener {

	private static final int GOING_AWAY = 1001;

	private static final int NO_STATUS = 1006;

	private final LineCodec codec;

	private final LinePlayout playout;

	private final Signal signal = new Signal();

	private final List<JsonNode> received = new CopyOnWriteArrayList<>();

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private CompletableFuture<WebSocket> sent = new CompletableFuture<>();

	private volatile boolean closing;

	private volatile @Nullable Integer closeCode;

	CarrierStream(LineCodec codec, Timeline timeline) {
		this.codec = codec;
		this.playout = new LinePlayout(codec, timeline, this::echo);
	}

	/**
	 * Return what a message is about: {@code media}, {@code mark} or {@code clear}.
	 */
	abstract String kind(JsonNode message);

	/**
	 * Do what a message says.
	 * @return why the carrier does not take it, or {@code null} if it does
	 */
	abstract @Nullable String obey(JsonNode message);

	/**
	 * Send audio of the caller.
	 */
	abstract void media(byte[] audio, long timestampMillis);

	/**
	 * Send a key that the caller pressed.
	 */
	abstract void key(char key);

	/**
	 * Tell that all before a mark was played, or dropped.
	 */
	abstract void tell(String mark);

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
			connected(socket);
			return Carrier.SWITCHING_PROTOCOLS;
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof WebSocketHandshakeException refused) {
				return refused.getResponse().statusCode();
			}
			throw ex;
		}
	}

	final void connected(WebSocket socket) {
		this.sent.complete(socket);
	}

	/**
	 * End the stream as the caller who hangs up.
	 */
	void stop() {
		close();
	}

	private void echo(String mark) {
		tell(mark);
		this.signal.changed();
	}

	synchronized void send(String json) {
		this.sent = this.sent.thenCompose((socket) -> socket.sendText(json, true));
	}

	synchronized void send(byte[] content) {
		this.sent = this.sent.thenCompose((socket) -> socket.sendBinary(ByteBuffer.wrap(content), true));
	}

	synchronized void close() {
		this.closing = true;
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
		String complaint = obey(message);
		if (complaint != null) {
			this.violations.add(complaint + ": " + kind(message));
			close();
		}
		this.signal.changed();
	}

	final void violated(String violation) {
		this.violations.add(violation);
	}

	/**
	 * Play what the application sent.
	 * @param audio the audio
	 * @param frames the number of frames that it may have
	 */
	final void play(byte[] audio, long frames) {
		int frame = this.codec.frameSize();
		if (audio.length == 0 || audio.length % frame != 0 || audio.length / frame > frames) {
			this.violations.add("jitter: " + audio.length + " bytes");
		}
		this.playout.play(audio);
	}

	final void received(JsonNode message) {
		this.received.add(message);
		this.signal.changed();
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

	// Where both sides close at the same moment, the other close frame may never come
	private void ended(int code) {
		this.closeCode = (this.closing && code == NO_STATUS) ? WebSocket.NORMAL_CLOSURE : code;
		this.playout.stop();
		this.signal.changed();
		onEnd();
	}

	/**
	 * Called when the stream is over.
	 */
	void onEnd() {
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
	List<JsonNode> awaitReceived(String kind, int count, Duration timeout) {
		return this.signal.await(() -> {
			List<JsonNode> all = received(kind);
			return (all.size() >= count) ? all : null;
		}, timeout, () -> "The application did not send " + count + " messages '" + kind + "', but "
				+ received(kind).size());
	}

	/**
	 * Wait until what was played is as it should be. The line looks after each frame.
	 */
	void awaitPlayout(Predicate<LinePlayout> condition, Duration timeout, Supplier<String> complaint) {
		this.signal.await(() -> condition.test(this.playout) ? this.playout : null, timeout, complaint);
	}

	/**
	 * Note that time has gone by.
	 */
	void tick() {
		this.signal.changed();
	}

	List<JsonNode> received(String kind) {
		return this.received.stream().filter((one) -> kind.equals(kind(one))).toList();
	}

}
