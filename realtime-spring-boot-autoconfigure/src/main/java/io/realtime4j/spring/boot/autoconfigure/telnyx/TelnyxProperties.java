package io.realtime4j.spring.boot.autoconfigure.telnyx;

import java.net.URI;
import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneProperties;
import io.realtime4j.spring.phone.telnyx.TelnyxCodec;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for calls from Telnyx.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.telnyx")
public class TelnyxProperties extends PhoneProperties {

	/**
	 * Whether calls from Telnyx are answered.
	 */
	private boolean enabled;

	/**
	 * Key of the account for the REST API, by which calls are answered and hung up.
	 */
	private @Nullable String apiKey;

	/**
	 * Public key of the account in Base64, which verifies that webhooks come from Telnyx.
	 */
	private @Nullable String publicKey;

	/**
	 * Address of the REST API, for regions of their own.
	 */
	private URI apiUrl = URI.create("https://api.telnyx.com");

	/**
	 * Path of the endpoints, within that of the application: /voice takes the webhook for
	 * incoming calls, and /media the stream of their audio.
	 */
	private String path = "/realtime/telnyx";

	/**
	 * Codec of the audio. That of the line sounds best.
	 */
	private TelnyxCodec codec = TelnyxCodec.PCMU;

	/**
	 * How far the time of a webhook may be from the clock of the application.
	 */
	private Duration tolerance = Duration.ofMinutes(5);

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public @Nullable String getPublicKey() {
		return this.publicKey;
	}

	public void setPublicKey(@Nullable String publicKey) {
		this.publicKey = publicKey;
	}

	@Override
	public URI getApiUrl() {
		return this.apiUrl;
	}

	public void setApiUrl(URI apiUrl) {
		this.apiUrl = apiUrl;
	}

	@Override
	public String getPath() {
		return this.path;
	}

	public void setPath(String path) {
		this.path = path;
	}

	public TelnyxCodec getCodec() {
		return this.codec;
	}

	public void setCodec(TelnyxCodec codec) {
		this.codec = codec;
	}

	public Duration getTolerance() {
		return this.tolerance;
	}

	public void setTolerance(Duration tolerance) {
		this.tolerance = tolerance;
	}

}
