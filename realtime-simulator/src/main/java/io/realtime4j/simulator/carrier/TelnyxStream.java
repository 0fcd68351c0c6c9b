package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.UUID;

import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Media stream of Telnyx.
 */
final class TelnyxStream extends MediaStream {

	private static final String TOKEN_HEADER = "x-telnyx-streaming-auth-token";

	private static final Set<String> EVENTS = Set.of("media", "mark", "clear");

	private final String streamId = UUID.randomUUID().toString();

	private final String callId;

	private final Ends ends;

	/**
	 * Create a stream.
	 * @param callId the id of its call
	 * @param codec the codec in both directions
	 * @param timeline the clock
	 * @param ends is told of ends
	 */
	TelnyxStream(String callId, LineCodec codec, Timeline timeline, Ends ends) {
		super(codec, timeline);
		this.callId = callId;
		this.ends = ends;
	}

	int connect(HttpClient client, URI url, @Nullable String token) {
		return connect(client, url, TOKEN_HEADER, token);
	}

	void start(String from, String to) {
		send("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
		send(startMessage(from, to).toString());
	}

	ObjectNode startMessage(String from, String to) {
		ObjectNode message = message("start");
		ObjectNode start = message.putObject("start");
		start.put("user_id", "3e6f995f-85f7-4705-9741-53b116d28237")
			.put("call_control_id", this.callId)
			.put("call_session_id", UUID.randomUUID().toString())
			.put("from", from)
			.put("to", to);
		start.putArray("tags");
		start.putNull("client_state");
		start.putObject("media_format").put("encoding", codec().name()).put("sample_rate", 8000).put("channels", 1);
		return message;
	}

	@Override
	ObjectNode message(String event) {
		return Json.object().put("event", event).put("sequence_number", nextSequence()).put("stream_id", this.streamId);
	}

	@Override
	ObjectNode end() {
		ObjectNode message = message("stop");
		message.putObject("stop").put("call_control_id", this.callId);
		return message;
	}

	@Override
	@Nullable String complaint(JsonNode message) {
		return EVENTS.contains(message.path("event").asString("")) ? null : "unsupported";
	}

	@Override
	void stop() {
		this.ends.onHangUp().run();
		super.stop();
	}

	@Override
	void onEnd() {
		this.ends.onEnd().run();
	}

	/**
	 * Callbacks for ends.
	 *
	 * @param onHangUp is told that the caller hangs up
	 * @param onEnd is told that the stream is over
	 */
	record Ends(Runnable onHangUp, Runnable onEnd) {
	}

}
