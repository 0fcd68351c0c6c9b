package io.realtime4j.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link ProviderStrategy} for Azure Voice Live. It speaks beta, with members of its own.
 */
final class VoiceLiveStrategy implements ProviderStrategy {

	static final String PATH = "/voice-live";

	private static final String API_VERSION = "2025-10-01";

	private static final SettingLimits LIMITS = SettingLimits.NONE.refusesTranscription("Azure Voice Live")
		.refuses("audio.output.voice", (value) -> value.has("id"),
				"must be a name, or a kind and a name: Azure Voice Live knows no voices by an id")
		.refusesOtherRates(Set.of(8_000, 16_000, 24_000), "must be 8000, 16000 or 24000 for Azure Voice Live")
		.leavesOut("has no place in Azure Voice Live", "audio.output.speed", "parallel_tool_calls", "tracing",
				"truncation", "prompt");

	@Override
	public String displayName() {
		return "Azure Voice Live";
	}

	@Override
	public boolean isAt(URI baseUrl) {
		return AzureStrategy.isFoundry(baseUrl) && Addresses.hasPath(baseUrl, PATH);
	}

	@Override
	public URI root(URI baseUrl) {
		return Addresses.withParameter(Addresses.complete(baseUrl, PATH), "api-version", API_VERSION);
	}

	@Override
	public Dialect dialect(URI baseUrl) {
		return Dialect.BETA;
	}

	@Override
	public String keyHeader() {
		return AzureStrategy.API_KEY;
	}

	@Override
	public boolean hasOrganizations() {
		return false;
	}

	@Override
	public Map<String, String> headers(Dialect dialect) {
		return Map.of();
	}

	@Override
	public boolean speaks(Dialect dialect) {
		return dialect == Dialect.BETA;
	}

	@Override
	public SettingLimits limits(Dialect dialect) {
		return LIMITS;
	}

	@Override
	public RealtimeCodec codec(Dialect dialect) {
		return RealtimeCodec.create(dialect, new Shape());
	}

	/**
	 * Says formats with their rates, voices of Azure as objects, and how much the model
	 * reasons in a member of its own.
	 */
	private static final class Shape extends SettingsShape {

		// What begins with a locale is a voice of Azure, such as en-US-AvaNeural
		private static final Pattern AZURE_VOICE = Pattern.compile("[a-z]{2,3}-[A-Z][A-Za-z]{1,3}-.+");

		Shape() {
			super(LIMITS);
		}

		@Override
		void shapeSession(ObjectNode session, boolean asked) {
			JsonNode rate = session.at("/audio/input/format/rate");
			if (rate.isNumber()) {
				session.set("input_audio_sampling_rate", rate);
			}
			move(session, List.of("reasoning", "effort"), "reasoning_effort");
			if (session.path("reasoning").isObject() && session.path("reasoning").isEmpty()) {
				session.remove("reasoning");
			}
			shapeOutput(session);
		}

		@Override
		void shapeResponse(ObjectNode response) {
			shapeOutput(response);
		}

		private static void shapeOutput(ObjectNode object) {
			if (!(object.at("/audio/output") instanceof ObjectNode output)) {
				return;
			}
			String voice = output.path("voice").asString("");
			if (output.path("voice").isString() && AZURE_VOICE.matcher(voice).matches()) {
				output.putObject("voice").put("type", "azure-standard").put("name", voice);
			}
			int rate = output.at("/format/rate").asInt(0);
			if (rate == 8_000 || rate == 16_000) {
				output.put("format", "pcm16_" + rate + "hz");
			}
		}

	}

}
