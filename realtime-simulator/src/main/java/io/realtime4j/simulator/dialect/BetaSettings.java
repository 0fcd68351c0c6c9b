package io.realtime4j.simulator.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates settings between the flat form of beta and the nested form of GA.
 */
final class BetaSettings {

	private static final double DEFAULT_TEMPERATURE = 0.8;

	private static final Map<String, String> PATHS = paths();

	private static final Map<String, String> FORMATS = Map.of("pcm16", "audio/pcm", "g711_ulaw", "audio/pcmu",
			"g711_alaw", "audio/pcma");

	private static final int PCM_RATE = 24000;

	private double temperature = DEFAULT_TEMPERATURE;

	void sessionToGa(ObjectNode event, String type) {
		ObjectNode flat = Json.member(event, "session");
		if (flat != null) {
			ObjectNode nested = nest(flat);
			nested.put("type", type);
			nested.remove("client_secret");
			event.set("session", nested);
		}
	}

	void responseToGa(@Nullable ObjectNode response) {
		if (response != null) {
			ObjectNode nested = nest(response);
			response.removeAll();
			response.setAll(nested);
		}
	}

	ObjectNode sessionFromGa(ObjectNode session) {
		boolean transcription = "transcription".equals(Json.text(session, "type"));
		ObjectNode flat = Json.object();
		for (String name : new String[] { "id", "object", "model" }) {
			if (session.has(name)) {
				flat.set(name, session.path(name));
			}
		}
		PATHS.forEach((beta, path) -> {
			JsonNode value = session.at(path);
			if (!value.isMissingNode() && !flat.has(beta)) {
				flat.set(beta, fromGa(beta, value));
			}
		});
		session.forEachEntry((name, value) -> {
			if (!"audio".equals(name) && !"type".equals(name) && !PATHS.containsValue("/" + name)) {
				flat.putIfAbsent(name, value);
			}
		});
		if (!transcription) {
			flat.put("temperature", this.temperature);
		}
		return flat;
	}

	void responseFromGa(ObjectNode response) {
		JsonNode output = response.path("audio").path("output");
		response.set("modalities", fromGa("modalities", response.path("output_modalities")));
		response.set("voice", output.path("voice"));
		response.set("output_audio_format", fromGa("output_audio_format", output.path("format")));
		response.put("temperature", this.temperature);
		response.remove("audio");
		response.remove("output_modalities");
	}

	void errorFromGa(@Nullable ObjectNode error) {
		String param = (error != null) ? Json.text(error, "param") : null;
		if (error == null || param == null) {
			return;
		}
		for (Map.Entry<String, String> entry : PATHS.entrySet()) {
			String path = entry.getValue().replace('/', '.');
			for (String holder : new String[] { "session", "response" }) {
				if (param.startsWith(holder + path)) {
					error.put("param", param.replace(holder + path, holder + "." + entry.getKey()));
					error.put("message",
							Json.text(error, "message", "").replace(holder + path, holder + "." + entry.getKey()));
					return;
				}
			}
		}
	}

	private ObjectNode nest(ObjectNode flat) {
		ObjectNode nested = Json.object();
		flat.forEachEntry((name, value) -> {
			String path = PATHS.get(name);
			if ("temperature".equals(name)) {
				this.temperature = value.asDouble(DEFAULT_TEMPERATURE);
			}
			else if (path == null) {
				nested.set(name, value);
			}
			else {
				put(nested, path, toGa(name, value));
			}
		});
		return nested;
	}

	private static void put(ObjectNode target, String path, JsonNode value) {
		String[] names = path.substring(1).split("/");
		ObjectNode holder = target;
		for (int i = 0; i < names.length - 1; i++) {
			ObjectNode next = Json.member(holder, names[i]);
			holder = (next != null) ? next : holder.putObject(names[i]);
		}
		holder.set(names[names.length - 1], value);
	}

	private static JsonNode toGa(String name, JsonNode value) {
		if (name.endsWith("audio_format") && value.isString()) {
			String type = FORMATS.getOrDefault(value.stringValue(), value.stringValue());
			ObjectNode format = Json.object().put("type", type);
			return ("audio/pcm".equals(type)) ? format.put("rate", PCM_RATE) : format;
		}
		if ("modalities".equals(name) && value.isArray()) {
			boolean audio = false;
			for (JsonNode modality : value) {
				audio |= "audio".equals(modality.asString(""));
			}
			return Json.object().putArray("value").add((audio) ? "audio" : "text");
		}
		return value;
	}

	private static JsonNode fromGa(String name, JsonNode value) {
		if (name.endsWith("audio_format")) {
			String type = Json.text(value, "type", "audio/pcm");
			String format = FORMATS.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().equals(type))
				.map(Map.Entry::getKey)
				.findFirst()
				.orElse("pcm16");
			return Json.object().put("value", format).path("value");
		}
		if ("modalities".equals(name) && "audio".equals(value.path(0).asString(""))) {
			return Json.object().putArray("value").add("audio").add("text");
		}
		return value;
	}

	private static Map<String, String> paths() {
		Map<String, String> paths = new LinkedHashMap<>();
		paths.put("modalities", "/output_modalities");
		paths.put("instructions", "/instructions");
		paths.put("voice", "/audio/output/voice");
		paths.put("speed", "/audio/output/speed");
		paths.put("input_audio_format", "/audio/input/format");
		paths.put("output_audio_format", "/audio/output/format");
		paths.put("input_audio_transcription", "/audio/input/transcription");
		paths.put("input_audio_noise_reduction", "/audio/input/noise_reduction");
		paths.put("turn_detection", "/audio/input/turn_detection");
		paths.put("max_response_output_tokens", "/max_output_tokens");
		return paths;
	}

}
