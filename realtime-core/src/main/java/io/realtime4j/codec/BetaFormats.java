package io.realtime4j.codec;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
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

	// Azure Voice Live has them, written in two ways
	private static final Pattern PCM_WITH_RATE = Pattern.compile("pcm16[_-](\\d{4,6})hz");

	private static final String UNSPECIFIED = "not specified";

	private BetaFormats() {
	}

	/**
	 * Return whether a format is said to be unspecified, as xAI does.
	 */
	static boolean isUnspecified(JsonNode format) {
		return UNSPECIFIED.equals(format.asString(""));
	}

	static JsonNode toGa(JsonNode format) {
		return toGa(format, MissingNode.getInstance());
	}

	/**
	 * Write a format in the GA dialect.
	 * @param format the name of the format
	 * @param rate the rate that is said beside it, missing if none is
	 * @return the format
	 */
	static JsonNode toGa(JsonNode format, JsonNode rate) {
		String name = format.isString() ? format.stringValue() : "";
		Matcher withRate = PCM_WITH_RATE.matcher(name);
		if (withRate.matches()) {
			return object(PCM).put("rate", Long.parseLong(withRate.group(1)));
		}
		String type = GA_TYPES.get(name);
		if (type == null) {
			return format;
		}
		long told = (rate.isIntegralNumber() && rate.canConvertToLong()) ? rate.longValue() : PCM_RATE;
		return PCM.equals(type) ? object(type).put("rate", told) : object(type);
	}

	private static ObjectNode object(String type) {
		return JsonNodeFactory.instance.objectNode().put("type", type);
	}

	/**
	 * Write a format in the beta dialect.
	 * @param format the format in GA
	 * @param rate the rate that is said beside it, missing if none is
	 * @param told whether a server tells it, so that it may be one that a client cannot
	 * ask for
	 * @return the name of the format; the format as it is if it is not known
	 * @throws RealtimeCodecException if a client cannot ask for it
	 */
	static JsonNode toBeta(JsonNode format, JsonNode rate, boolean told) {
		String type = format.path("type").asString("");
		String name = BETA_NAMES.get(type);
		if (name == null) {
			return format;
		}
		JsonNode own = format.path("rate");
		if (!PCM.equals(type) || own.isMissingNode() || own.asLong(0) == PCM_RATE || own.equals(rate)) {
			return StringNode.valueOf(name);
		}
		if (told) {
			String withRate = name + "_" + own.asString("") + "hz";
			return PCM_WITH_RATE.matcher(withRate).matches() ? StringNode.valueOf(withRate) : format;
		}
		throw new RealtimeCodecException(
				"The beta dialect has no name for audio/pcm at " + own + " Hz: use " + PCM_RATE + " Hz");
	}

}
