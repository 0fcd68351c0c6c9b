package io.realtime4j.codec;

import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Audio formats: a name in beta, an object in GA.
 */
final class BetaFormats {

	private static final String PCM = "audio/pcm";

	private static final long PCM_RATE = 24000;

	private static final Map<String, String> GA_TYPES = Map.of("pcm16", PCM, "g711_ulaw", "audio/pcmu", "g711_alaw",
			"audio/pcma");

	private static final Map<String, String> BETA_NAMES = GA_TYPES.entrySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

	private BetaFormats() {
	}

	static JsonNode toGa(JsonNode format) {
		String type = GA_TYPES.get(format.asString(""));
		if (!format.isString() || type == null) {
			return format;
		}
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", type);
		return PCM.equals(type) ? object.put("rate", PCM_RATE) : object;
	}

	static JsonNode toBeta(JsonNode format) {
		String type = format.path("type").asString("");
		String name = BETA_NAMES.get(type);
		if (name == null) {
			return format;
		}
		JsonNode rate = format.path("rate");
		if (PCM.equals(type) && !rate.isMissingNode() && rate.asLong(0) != PCM_RATE) {
			throw new RealtimeCodecException(
					"The beta dialect has no name for audio/pcm at " + rate + " Hz: use " + PCM_RATE + " Hz");
		}
		return StringNode.valueOf(name);
	}

}
