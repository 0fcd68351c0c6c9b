package io.realtime4j.provider;

import java.net.URI;
import java.util.List;
import java.util.Set;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link ProviderStrategy} for xAI. Its sessions have some settings at the top, and its
 * conversations outlive their connections.
 */
final class XaiStrategy implements ProviderStrategy {

	private static final SettingLimits LIMITS = SettingLimits.NONE.refusesTranscription("xAI")
		.refuses("audio.input.turn_detection", (value) -> !"server_vad".equals(value.path("type").asString("")),
				"must be server_vad, or off: xAI has no other kind")
		.refuses("audio.output.voice", (value) -> value.has("type"),
				"must be a name or an id: xAI has no voices of other kinds")
		.refusesOtherRates(Set.of(8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000),
				"must be 8000, 16000, 22050, 24000, 32000, 44100 or 48000 for xAI")
		.leavesOut("output_modalities", XaiStrategy::isSilent, "has no effect: the models of xAI always speak")
		.leavesOut("has no place in xAI", "audio.input.noise_reduction", "include", "tracing", "truncation", "prompt");

	private static boolean isSilent(JsonNode modalities) {
		return modalities.valueStream().noneMatch((modality) -> "audio".equals(modality.asString("")));
	}

	@Override
	public String displayName() {
		return "xAI";
	}

	@Override
	public boolean isAt(URI baseUrl) {
		return Addresses.isBelow(baseUrl, "api.x.ai");
	}

	@Override
	public URI root(URI baseUrl) {
		return Addresses.complete(baseUrl, "/v1");
	}

	@Override
	public boolean speaks(Dialect dialect) {
		return dialect == Dialect.GA;
	}

	@Override
	public boolean hasOrganizations() {
		return false;
	}

	@Override
	public String resumeParameter() {
		return "conversation_id";
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
	 * Puts turn detection, voice and modalities at the top, and asks the server to keep
	 * the conversation.
	 */
	private static final class Shape extends SettingsShape {

		Shape() {
			super(LIMITS);
		}

		@Override
		void shapeSession(ObjectNode session, boolean asked) {
			session.remove("type");
			move(session, List.of("audio", "input", "turn_detection"), "turn_detection");
			shapeResponse(session);
			if (asked && !session.has("resumption")) {
				session.putObject("resumption").put("enabled", true);
			}
		}

		@Override
		void shapeResponse(ObjectNode response) {
			move(response, List.of("audio", "output", "voice"), "voice");
			move(response, List.of("output_modalities"), "modalities");
			JsonNode id = response.path("voice").path("id");
			if (id.isString()) {
				response.set("voice", id);
			}
		}

	}

}
