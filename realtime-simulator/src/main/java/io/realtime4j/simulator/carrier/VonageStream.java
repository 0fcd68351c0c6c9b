package io.realtime4j.simulator.carrier;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * WebSocket of Vonage: PCM in binary messages of one frame each.
 */
final class VonageStream extends CarrierStream {

	private static final long KEY_MILLIS = 260;

	/**
	 * Place in the queue of the real one.
	 */
	private static final int MAX_QUEUED_MESSAGES = 1024;

	private final ByteArrayOutputStream audio = new ByteArrayOutputStream();

	VonageStream(LineCodec codec, Timeline timeline) {
		super(codec, timeline);
	}

	int connect(HttpClient client, URI url, @Nullable String authorization) {
		return connect(client, url, "Authorization", authorization);
	}

	void start(Map<String, String> headers) {
		ObjectNode message = event("connected").put("content-type", "audio/l16;rate=" + codec().sampleRate());
		headers.forEach(message::put);
		send(message.toString());
	}

	private static ObjectNode event(String event) {
		return Json.object().put("event", "websocket:" + event);
	}

	@Override
	String kind(JsonNode message) {
		String action = message.path("action").asString("");
		return "notify".equals(action) ? "mark" : action;
	}

	@Override
	@Nullable String obey(JsonNode message) {
		switch (kind(message)) {
			case "mark" -> {
				playout().mark(message.path("payload").toString());
				checkQueue();
			}
			case "clear" -> {
				playout().clear();
				send(event("cleared").toString());
			}
			default -> {
				return "unknown";
			}
		}
		return null;
	}

	@Override
	public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
		byte[] piece = new byte[data.remaining()];
		data.get(piece);
		this.audio.writeBytes(piece);
		if (last) {
			play(this.audio.toByteArray(), 1);
			this.audio.reset();
			checkQueue();
			received(Json.object().put("action", "media"));
		}
		socket.request(1);
		return CompletableFuture.completedFuture(null);
	}

	private void checkQueue() {
		if (playout().waiting() > MAX_QUEUED_MESSAGES) {
			violated("overflow");
		}
	}

	@Override
	void media(byte[] audio, long timestampMillis) {
		send(audio);
	}

	@Override
	void key(char key) {
		send(event("dtmf").put("digit", String.valueOf(key)).put("duration", KEY_MILLIS).toString());
	}

	@Override
	void tell(String mark) {
		ObjectNode message = event("notify");
		message.set("payload", Json.parse(mark));
		send(message.toString());
	}

}
