package io.realtime4j.spring.boot.autoconfigure.phone;

import java.net.URI;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Internal paths and addresses of the endpoints of a carrier, which are checked when they
 * are asked for.
 */
public final class PhoneEndpoints {

	private static final String HTTPS = "https";

	private final String prefix;

	private final String carrier;

	private final PhoneProperties properties;

	/**
	 * Create endpoints.
	 * @param prefix the prefix of the properties
	 * @param carrier the name of the carrier
	 * @param properties the properties
	 */
	public PhoneEndpoints(String prefix, String carrier, PhoneProperties properties) {
		this.prefix = prefix;
		this.carrier = carrier;
		this.properties = properties;
	}

	/**
	 * Return the path of the webhook for incoming calls.
	 * @return the path, within that of the application
	 */
	public String voicePath() {
		return path() + "/voice";
	}

	/**
	 * Return the path of the webhook for events of calls, for carriers that have another
	 * one for incoming calls.
	 * @return the path, within that of the application
	 */
	public String eventsPath() {
		return path() + "/events";
	}

	/**
	 * Return the path of the media streams.
	 * @return the path, within that of the application
	 */
	public String mediaPath() {
		return path() + "/media";
	}

	private String path() {
		String path = this.properties.getPath();
		PropertyChecks.path(path, this.prefix + "path", "/realtime/phone");
		return path;
	}

	/**
	 * Return the address of the webhook as the carrier knows it.
	 * @return the address
	 */
	public String voiceUrl() {
		return publicUrl() + voicePath();
	}

	/**
	 * Return the address of the webhook for events as the carrier knows it.
	 * @return the address
	 */
	public String eventsUrl() {
		return publicUrl() + eventsPath();
	}

	/**
	 * Return the address of the media streams as the carrier knows it.
	 * @return the address
	 */
	public String mediaUrl() {
		return "wss" + publicUrl().substring(HTTPS.length()) + mediaPath();
	}

	private String publicUrl() {
		URI url = this.properties.getPublicUrl();
		if (url == null || !HTTPS.equals(url.getScheme()) || !isPlain(url)) {
			throw new InvalidRealtimePropertyException(this.prefix + "public-url", "must be the address of the"
					+ " application as " + this.carrier + " knows it, such as https://voice.example.com");
		}
		return StringUtils.trimTrailingCharacter(url.toString(), '/');
	}

	/**
	 * Return the address of the REST API.
	 * @return the address, without a slash at its end
	 */
	public URI apiUrl() {
		URI url = this.properties.getApiUrl();
		PropertyChecks.check(("http".equals(url.getScheme()) || HTTPS.equals(url.getScheme())) && isPlain(url),
				this.prefix + "api-url", "must be an address such as https://api.example.com");
		return URI.create(StringUtils.trimTrailingCharacter(url.toString(), '/'));
	}

	private static boolean isPlain(URI url) {
		return url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null
				&& url.getRawFragment() == null;
	}

	/**
	 * Check a secret, without which nothing starts.
	 * @param secret the secret, or {@code null} if it is not set
	 * @param name the end of the name of its property
	 * @param where where it is found
	 * @return the secret
	 */
	public String secret(@Nullable String secret, String name, String where) {
		PropertyChecks.resolved(secret, this.prefix + name);
		if (secret == null || !StringUtils.hasText(secret)) {
			throw new InvalidRealtimePropertyException(this.prefix + name,
					"must be set: without it anybody could have calls answered at your expense. " + where);
		}
		return secret;
	}

}
