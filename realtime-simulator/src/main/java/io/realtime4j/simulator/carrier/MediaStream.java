package io.realtime4j.simulator.carrier;

import java.util.Base64;

import io.realtime4j.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stream of a carrier whose messages are JSON, with audio in Base64.
 */
abstract class MediaStream extends CarrierStream {

	private long sequence;

	private long chunk;

	MediaStream(LineCodec codec, Timeline timeline) {
		super(codec, timeline);
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

	@Override
	final String kind(JsonNode message) {
		return message.path("event").asString("");
	}

	@Override
	final @Nullable String obey(JsonNode message) {
		String complaint = complaint(message);
		if (complaint != null) {
			return complaint;
		}
		switch (kind(message)) {
			case "media" ->
				play(Base64.getDecoder().decode(message.path("media").path("payload").asString("")), Long.MAX_VALUE);
			case "mark" -> playout().mark(message.path("mark").path("name").asString(""));
			case "clear" -> playout().clear();
			default -> {
				return "unknown";
			}
		}
		return null;
	}

	@Override
	final void media(byte[] audio, long timestampMillis) {
		ObjectNode message = message("media");
		message.putObject("media")
			.put("track", "inbound")
			.put("chunk", Long.toString(++this.chunk))
			.put("timestamp", Long.toString(timestampMillis))
			.put("payload", Base64.getEncoder().encodeToString(audio));
		send(message.toString());
	}

	@Override
	final void key(char key) {
		ObjectNode message = message("dtmf");
		message.putObject("dtmf").put("digit", String.valueOf(key));
		send(message.toString());
	}

	@Override
	final void tell(String mark) {
		ObjectNode message = message("mark");
		message.putObject("mark").put("name", mark);
		send(message.toString());
	}

	@Override
	void stop() {
		send(end().toString());
		super.stop();
	}

}
