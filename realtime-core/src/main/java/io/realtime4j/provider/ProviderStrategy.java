package io.realtime4j.provider;

import java.net.URI;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import org.jspecify.annotations.Nullable;

/**
 * Strategy for what is sent to a provider, and where to. What is not said otherwise is as
 * OpenAI has it.
 */
interface ProviderStrategy {

	String AUTHORIZATION = "Authorization";

	String displayName();

	boolean isAt(URI baseUrl);

	default URI root(URI baseUrl) {
		return baseUrl;
	}

	default Dialect dialect(URI baseUrl) {
		return Dialect.GA;
	}

	default boolean speaks(Dialect dialect) {
		return true;
	}

	default String keyHeader() {
		return AUTHORIZATION;
	}

	default boolean hasOrganizations() {
		return true;
	}

	default Map<String, String> headers(Dialect dialect) {
		return (dialect == Dialect.BETA) ? Map.of("OpenAI-Beta", "realtime=v1") : Map.of();
	}

	default String modelParameter(URI baseUrl) {
		return "model";
	}

	default @Nullable String resumeParameter() {
		return null;
	}

	default RealtimeCodec codec(Dialect dialect) {
		SettingLimits limits = limits(dialect);
		return limits.isEmpty() ? RealtimeCodec.create(dialect)
				: RealtimeCodec.create(dialect, new SettingsShape(limits));
	}

	default SettingLimits limits(Dialect dialect) {
		return SettingLimits.NONE;
	}

}
