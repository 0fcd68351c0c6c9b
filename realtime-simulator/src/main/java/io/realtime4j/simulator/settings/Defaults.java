package io.realtime4j.simulator.settings;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings that a session begins with.
 */
final class Defaults {

	static final String INSTRUCTIONS = "You are the voice of a simulator. You answer briefly and in a friendly tone, "
			+ "you call a function whenever one fits, and you never claim to be a real model.";

	private static final String INPUT = """
			{"format":{"type":"audio/pcm","rate":24000},"transcription":null,"noise_reduction":null,
			"turn_detection":%s}
			""";

	private static final String SERVER_VAD = """
			{"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":200,
			"idle_timeout_ms":null,"create_response":true,"interrupt_response":true}
			""";

	private static final String TRANSCRIPTION_VAD = """
			{"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":200}
			""";

	private static final String SEMANTIC_VAD = """
			{"type":"semantic_vad","eagerness":"auto","create_response":true,"interrupt_response":true}
			""";

	private static final String OUTPUT = """
			{"format":{"type":"audio/pcm","rate":24000},"voice":"alloy","speed":1.0}
			""";

	private static final String TRANSCRIPTION = """
			{"model":"gpt-4o-mini-transcribe","language":null,"prompt":null}
			""";

	private Defaults() {
	}

	static ObjectNode realtimeSession(String id, String model, long expiresAt) {
		ObjectNode session = Json.object()
			.put("type", "realtime")
			.put("object", "realtime.session")
			.put("id", id)
			.put("model", model);
		session.putArray("output_modalities").add("audio");
		session.put("instructions", INSTRUCTIONS);
		session.putArray("tools");
		session.put("tool_choice", "auto").put("max_output_tokens", "inf").putNull("tracing");
		session.put("truncation", "auto").putNull("prompt").put("expires_at", expiresAt);
		ObjectNode audio = session.putObject("audio");
		audio.set("input", Json.parse(INPUT.formatted(SERVER_VAD)));
		audio.set("output", Json.parse(OUTPUT));
		return session.putNull("include");
	}

	static ObjectNode transcriptionSession(String id, long expiresAt) {
		ObjectNode session = Json.object()
			.put("type", "transcription")
			.put("object", "realtime.transcription_session")
			.put("id", id)
			.put("expires_at", expiresAt);
		session.putObject("audio").set("input", Json.parse(INPUT.formatted(TRANSCRIPTION_VAD)));
		return session.putNull("include");
	}

	static ObjectNode turnDetection(boolean semantic, boolean transcription) {
		if (semantic) {
			return Json.parse(SEMANTIC_VAD);
		}
		return Json.parse((transcription) ? TRANSCRIPTION_VAD : SERVER_VAD);
	}

	static ObjectNode transcription() {
		return Json.parse(TRANSCRIPTION);
	}

}
