package io.realtime4j.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service says in live sessions.
 */
final class LiveTalk {

	static final String PATH = "/live/sessions";

	private LiveTalk() {
	}

	/**
	 * Return what the service answers at once.
	 * @param text what the client said
	 * @return the events, none for most
	 */
	static List<String> answers(String text) {
		if (text.contains("\"session.start\"")) {
			return List.of(started());
		}
		for (String kind : Arrays.asList("commentary", "thinking", "instructions")) {
			if (text.contains("\"session." + kind + ".append\"")) {
				return List.of(appended(kind, JsonMapper.shared().readTree(text)));
			}
		}
		return List.of();
	}

	static String started() {
		return "{\"type\":\"session.started\",\"event_id\":\"event_1\",\"session\":{\"id\":\"live_1\","
				+ "\"status\":\"active\",\"model\":\"gpt-live-1\"}}";
	}

	private static String appended(String kind, JsonNode append) {
		return "{\"type\":\"session." + kind + ".appended\",\"event_id\":\"event_2\",\"start_ms\":10,\"end_ms\":20,"
				+ "\"client_event_id\":\"" + append.path("event_id").asString() + "\"}";
	}

	static String said(String side, String words, long startMs, long endMs) {
		return "{\"type\":\"session." + side + "_transcript.delta\",\"event_id\":\"event_3\",\"delta\":\"" + words
				+ "\",\"start_ms\":" + startMs + ",\"end_ms\":" + endMs + "}";
	}

	static String delegated(String id, String target, long offsetMs) {
		return "{\"type\":\"session.delegation.created\",\"event_id\":\"event_4\",\"offset_ms\":" + offsetMs
				+ ",\"delegation\":{\"type\":\"delegation\",\"id\":\"" + id + "\",\"target\":\"" + target + "\"}}";
	}

	static String nested(String event) {
		return "{\"type\":\"response.event\",\"delegation_id\":\"d1\",\"event\":" + event + "}";
	}

	static String sound(byte[] pcm16) {
		return "{\"type\":\"session.output_audio.delta\",\"delta\":\"" + Base64.getEncoder().encodeToString(pcm16)
				+ "\"}";
	}

	static String used(double seconds) {
		return "{\"type\":\"session.usage.updated\",\"event_id\":\"event_6\",\"usage\":{\"seconds\":" + seconds + "}}";
	}

	static String called(String callId, String name, String arguments) {
		return nested("{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"function_call\",\"id\":\"fc_1\","
				+ "\"call_id\":\"" + callId + "\",\"name\":\"" + name + "\",\"arguments\":\"" + arguments
				+ "\",\"status\":\"completed\"}}");
	}

	static String responded(String type, String responseId) {
		return nested("{\"type\":\"response." + type + "\",\"response\":{\"id\":\"" + responseId + "\"}}");
	}

	static String closed(String reason) {
		return "{\"type\":\"session.closed\",\"event_id\":\"event_5\",\"reason\":\"" + reason
				+ "\",\"usage\":{\"seconds\":12}}";
	}

}
