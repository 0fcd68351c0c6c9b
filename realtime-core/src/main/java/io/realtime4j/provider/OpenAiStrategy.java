package io.realtime4j.provider;

import java.net.URI;
import java.util.Set;

import io.realtime4j.codec.Dialect;

/**
 * {@link ProviderStrategy} for OpenAI.
 */
final class OpenAiStrategy implements ProviderStrategy {

	private static final SettingLimits BETA = limits("OpenAI");

	private static final SettingLimits GA = withoutTemperature(BETA);

	@Override
	public String displayName() {
		return "OpenAI";
	}

	@Override
	public boolean isAt(URI baseUrl) {
		return Addresses.isBelow(baseUrl, "api.openai.com");
	}

	@Override
	public URI root(URI baseUrl) {
		return Addresses.complete(baseUrl, "/v1");
	}

	@Override
	public SettingLimits limits(Dialect dialect) {
		return (dialect == Dialect.GA) ? GA : BETA;
	}

	static SettingLimits withoutTemperature(SettingLimits limits) {
		return limits.leavesOut("is known to the beta dialect only", "temperature");
	}

	/**
	 * Return the limits of the models of OpenAI, which hold wherever they are served.
	 */
	static SettingLimits limits(String provider) {
		return SettingLimits.NONE
			.refuses("audio.input.turn_detection", (value) -> value.path("type").asString("").startsWith("azure_"),
					"must be of another kind: only Azure Voice Live has this one")
			.refuses("audio.output.voice", (value) -> value.has("type"),
					"must be a name or an id: " + provider + " has no voices of other kinds")
			.refusesOtherRates(Set.of(24_000),
					"must be 24000: " + provider + " takes PCM at no other rate and would discard all settings."
							+ " Resample the audio, or use audio/pcmu or audio/pcma for telephony");
	}

}
