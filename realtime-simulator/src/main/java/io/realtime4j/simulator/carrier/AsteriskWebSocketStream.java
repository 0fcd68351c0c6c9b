package io.realtime4j.simulator.carrier;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * WebSocket channel of Asterisk. It queues what it is given, asks for a pause before it
 * has too much, and forgets its marks when it is flushed.
 */
final class AsteriskWebSocketStream extends CarrierStream {

	private static final long ENOUGH = 900;

	private static final long FEW = 800;

	private static final long MAX_QUEUED_FRAMES = 1000;

	private final ByteArrayOutputStream audio = new ByteArrayOutputStream();

	private volatile Runnable atEnd = () -> {
	};

	private boolean full;

	AsteriskWebSocketStream(LineCodec codec, Timeline timeline) {
		super(codec, timeline);
	}

	void start(String format) {
		ObjectNode message = event("MEDIA_START").put("connection_id", UUID.randomUUID().toString())
			.put("channel", "WebSocket/desk/0x1")
			.put("channel_id", "pbx-" + UUID.randomUUID())
			.put("format", format)
			.put("optimal_frame_size", codec().frameSize())
			.put("ptime", LineCodec.FRAME_MILLIS);
		message.putObject("channel_variables");
		send(message.toString());
	}

	private static ObjectNode event(String event) {
		return Json.object().put("event", event);
	}

	/**
	 * Set who is told that the stream is over.
	 */
	void onEnd(Runnable atEnd) {
		this.atEnd = atEnd;
	}

	@Override
	void onEnd() {
		this.atEnd.run();
	}

	@Override
	String kind(JsonNode message) {
		String command = message.path("command").asString("");
		return switch (command) {
			case "MARK_MEDIA" -> "mark";
			case "FLUSH_MEDIA" -> "clear";
			default -> command;
		};
	}

	@Override
	@Nullable String obey(JsonNode message) {
		switch (kind(message)) {
			case "mark" -> playout().mark(message.path("correlation_id").asString(""));
			case "clear" -> playout().drop();
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
			play(this.audio.toByteArray(), Long.MAX_VALUE);
			this.audio.reset();
			checkQueue();
			received(Json.object().put("command", "media"));
		}
		socket.request(1);
		return CompletableFuture.completedFuture(null);
	}

	private synchronized void checkQueue() {
		long frames = playout().queued().toMillis() / LineCodec.FRAME_MILLIS;
		if (frames > MAX_QUEUED_FRAMES) {
			violated("overflow");
		}
		if (!this.full && frames >= ENOUGH) {
			this.full = true;
			send(event("MEDIA_XOFF").toString());
		}
		else if (this.full && frames < FEW) {
			this.full = false;
			send(event("MEDIA_XON").toString());
		}
	}

	@Override
	void tick() {
		checkQueue();
		super.tick();
	}

	@Override
	void media(byte[] audio, long timestampMillis) {
		send(audio);
	}

	@Override
	void key(char key) {
		send(event("DTMF_END").put("digit", String.valueOf(key)).toString());
	}

	@Override
	void tell(String mark) {
		send(event("MEDIA_MARK_PROCESSED").put("correlation_id", mark).toString());
	}

}
