package io.realtime4j.provider;

import java.net.URI;

import io.realtime4j.codec.Dialect;

/**
 * {@link ProviderStrategy} for Azure OpenAI. Its older API, which has no {@code v1} in
 * its address, speaks beta and calls the model a deployment.
 */
final class AzureStrategy implements ProviderStrategy {

	static final String API_KEY = "api-key";

	private static final SettingLimits BETA = OpenAiStrategy.limits("Azure OpenAI");

	private static final SettingLimits GA = OpenAiStrategy.withoutTemperature(BETA);

	@Override
	public String displayName() {
		return "Azure OpenAI";
	}

	@Override
	public boolean isAt(URI baseUrl) {
		return Addresses.isBelow(baseUrl, "openai.azure.com", "openai.azure.us", "openai.azure.cn")
				|| (isFoundry(baseUrl) && !Addresses.hasPath(baseUrl, VoiceLiveStrategy.PATH));
	}

	static boolean isFoundry(URI baseUrl) {
		return Addresses.isBelow(baseUrl, "services.ai.azure.com", "services.ai.azure.us", "services.ai.azure.cn",
				"cognitiveservices.azure.com", "cognitiveservices.azure.us", "cognitiveservices.azure.cn");
	}

	@Override
	public URI root(URI baseUrl) {
		return Addresses.complete(baseUrl, "/openai/v1");
	}

	@Override
	public Dialect dialect(URI baseUrl) {
		return Addresses.hasPath(root(baseUrl), "/v1") ? Dialect.GA : Dialect.BETA;
	}

	@Override
	public String keyHeader() {
		return API_KEY;
	}

	@Override
	public boolean hasOrganizations() {
		return false;
	}

	@Override
	public String modelParameter(URI baseUrl) {
		return (dialect(baseUrl) == Dialect.GA) ? "model" : "deployment";
	}

	@Override
	public SettingLimits limits(Dialect dialect) {
		return (dialect == Dialect.GA) ? GA : BETA;
	}

}
