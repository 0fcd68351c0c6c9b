package io.realtime4j.simulator.carrier;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Connection of Asterisk's AudioSocket. What comes is played at once: there is no queue
 * that could be cleared, and there are no marks.
 */
final class AsteriskStream extends CarrierStream {

	static final int UUID_KIND = 0x01;

	private static final int KEY_KIND = 0x03;

	private static final int UUID_LENGTH = 16;

	/**
	 * Time by which audio may come too early: a network is not as even as a clock.
	 */
	private static final long MAX_EARLY_MILLIS = 1000;

	private final int audioKind;

	private volatile Runnable atEnd = () -> {
	};

	AsteriskStream(LineCodec codec, int audioKind, Timeline timeline) {
		super(codec, timeline);
		this.audioKind = audioKind;
	}

	void connect(URI url) {
		try {
			connected(new AudioSocketWire(new Socket(url.getHost(), url.getPort()), this));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The application does not listen at " + url, ex);
		}
	}

	void start(UUID uuid) {
		send(UUID_KIND,
				ByteBuffer.allocate(UUID_LENGTH)
					.putLong(uuid.getMostSignificantBits())
					.putLong(uuid.getLeastSignificantBits())
					.array());
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

	void send(int kind, byte[] content) {
		send(ByteBuffer.allocate(content.length + 1).put((byte) kind).put(content).array());
	}

	@Override
	String kind(JsonNode message) {
		return message.path("kind").asString("");
	}

	@Override
	@Nullable String obey(JsonNode message) {
		return "text";
	}

	@Override
	public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
		int kind = data.get() & 0xff;
		byte[] content = new byte[data.remaining()];
		data.get(content);
		if (kind == this.audioKind) {
			play(content, 1);
			if (playout().queued().toMillis() > MAX_EARLY_MILLIS) {
				violated("overflow");
			}
			received(Json.object().put("kind", "media"));
		}
		else {
			violated("kind " + kind);
		}
		return CompletableFuture.completedFuture(null);
	}

	@Override
	void media(byte[] audio, long timestampMillis) {
		send(this.audioKind, audio);
	}

	@Override
	void key(char key) {
		send(KEY_KIND, String.valueOf(key).getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	void tell(String mark) {
		throw new UnsupportedOperationException("Asterisk has no marks");
	}

}
