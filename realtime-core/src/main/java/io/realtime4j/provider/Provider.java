package io.realtime4j.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Provider of a realtime service. It decides what is sent, and where to. Events are read
 * in the same way for all providers.
 *
 * @since 0.1.0
 */
public enum Provider {

	/**
	 * OpenAI.
	 */
	OPENAI(new OpenAiStrategy()),

	/**
	 * Azure OpenAI.
	 */
	AZURE(new AzureStrategy()),

	/**
	 * Azure Voice Live.
	 */
	VOICE_LIVE(new VoiceLiveStrategy()),

	/**
	 * xAI.
	 */
	XAI(new XaiStrategy()),

	/**
	 * Any other server with this protocol. All settings are sent to it unchanged.
	 */
	COMPATIBLE(new CompatibleStrategy());

	private final ProviderStrategy strategy;

	Provider(ProviderStrategy strategy) {
		this.strategy = strategy;
	}

	/**
	 * Return the provider of an address.
	 * @param baseUrl the root of the API
	 * @return the provider, {@link #COMPATIBLE} if its host is not known
	 */
	public static Provider of(URI baseUrl) {
		for (Provider provider : values()) {
			if (provider.strategy.isAt(baseUrl)) {
				return provider;
			}
		}
		return COMPATIBLE;
	}

	/**
	 * Return the name of the provider.
	 * @return the name as people write it
	 */
	public String displayName() {
		return this.strategy.displayName();
	}

	/**
	 * Return the complete base URL of the API: an address without a path gets that of
	 * this provider.
	 * @param baseUrl the address as it was given
	 * @return the root
	 */
	public URI root(URI baseUrl) {
		return this.strategy.root(baseUrl);
	}

	/**
	 * Return the dialect of the server at an address.
	 * @param baseUrl the root of the API
	 * @return the dialect
	 */
	public Dialect dialect(URI baseUrl) {
		return this.strategy.dialect(baseUrl);
	}

	/**
	 * Return whether the provider supports a dialect.
	 * @param dialect the dialect
	 * @return whether it does
	 */
	public boolean speaks(Dialect dialect) {
		return this.strategy.speaks(dialect);
	}

	/**
	 * Return the name of the header with an API key.
	 * @return the name of the header; {@code Authorization} carries it as a bearer token,
	 * any other as it is
	 */
	public String keyHeader() {
		return this.strategy.keyHeader();
	}

	/**
	 * Return whether requests can be billed to an organization and a project.
	 * @return whether the provider knows these
	 */
	public boolean hasOrganizations() {
		return this.strategy.hasOrganizations();
	}

	/**
	 * Return the headers that a handshake needs besides credentials.
	 * @param dialect the dialect that is spoken
	 * @return the headers by name
	 */
	public Map<String, String> headers(Dialect dialect) {
		return this.strategy.headers(dialect);
	}

	/**
	 * Return the query parameter that names the model.
	 * @param baseUrl the root of the API
	 * @return the name of the parameter
	 */
	public String modelParameter(URI baseUrl) {
		return this.strategy.modelParameter(baseUrl);
	}

	/**
	 * Return the query parameter that names a conversation to continue.
	 * @return the name of the parameter, or {@code null} if the provider keeps no
	 * conversation beyond its connection
	 */
	public @Nullable String resumeParameter() {
		return this.strategy.resumeParameter();
	}

	/**
	 * Return a codec that writes events as the provider expects them.
	 * @param dialect the dialect that is spoken
	 * @return a codec
	 */
	public RealtimeCodec codec(Dialect dialect) {
		return this.strategy.codec(dialect);
	}

	/**
	 * Return the settings that the provider does not support.
	 * @param settings the settings of a session
	 * @param dialect the dialect that is spoken
	 * @return those that are set and cannot be taken
	 */
	public List<UnsupportedSetting> unsupported(SessionSettings settings, Dialect dialect) {
		SettingLimits limits = this.strategy.limits(dialect);
		if (limits.isEmpty()) {
			return List.of();
		}
		String event = Plain.CODEC.encode(SessionUpdate.of(settings));
		return limits.in(JsonMapper.shared().readTree(event).path("session"));
	}

	/**
	 * Check that a session can work with its settings.
	 * @param settings the settings of the session
	 * @param dialect the dialect that is spoken
	 * @return where the settings stand that are left out of what is sent
	 * @throws UnsupportedSettingException if it cannot
	 */
	public List<String> check(SessionSettings settings, Dialect dialect) {
		List<UnsupportedSetting> unsupported = unsupported(settings, dialect);
		unsupported.stream().filter(UnsupportedSetting::refused).findFirst().ifPresent((refused) -> {
			throw new UnsupportedSettingException(refused);
		});
		return unsupported.stream().map(UnsupportedSetting::path).toList();
	}

	/**
	 * Holds the codec that says settings as an application does.
	 */
	private static final class Plain {

		private static final RealtimeCodec CODEC = RealtimeCodec.create();

	}

}
