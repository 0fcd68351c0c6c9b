package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;

import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Media stream of Twilio.
 */
final class TwilioStream extends MediaStream {

	/**
	 * Error of the real carrier for a message that it does not take.
	 */
	private static final String BAD_MESSAGE = "31924";

	static final String ACCOUNT = "AC" + "0".repeat(32);

	private static final Set<String> EVENTS = Set.of("media", "mark", "clear");

	private final String streamSid;

	private final String callSid;

	TwilioStream(String callSid, String streamSid, Timeline timeline) {
		super(LineCodec.PCMU, timeline);
		this.callSid = callSid;
		this.streamSid = streamSid;
	}

	int connect(HttpClient client, URI url, @Nullable String signature) {
		return connect(client, url, "x-twilio-signature", signature);
	}

	void start(Map<String, String> parameters) {
		send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
		ObjectNode message = message("start");
		ObjectNode start = message.putObject("start");
		start.put("accountSid", ACCOUNT).put("callSid", this.callSid).put("streamSid", this.streamSid);
		start.putArray("tracks").add("inbound");
		start.putObject("mediaFormat").put("encoding", "audio/x-mulaw").put("sampleRate", 8000).put("channels", 1);
		ObjectNode custom = start.putObject("customParameters");
		parameters.forEach(custom::put);
		send(message.toString());
	}

	@Override
	ObjectNode message(String event) {
		return Json.object().put("event", event).put("sequenceNumber", nextSequence()).put("streamSid", this.streamSid);
	}

	@Override
	ObjectNode end() {
		ObjectNode message = message("stop");
		message.putObject("stop").put("accountSid", ACCOUNT).put("callSid", this.callSid);
		return message;
	}

	@Override
	@Nullable String complaint(JsonNode message) {
		boolean taken = this.streamSid.equals(message.path("streamSid").asString(""))
				&& EVENTS.contains(message.path("event").asString(""));
		return taken ? null : BAD_MESSAGE;
	}

}
