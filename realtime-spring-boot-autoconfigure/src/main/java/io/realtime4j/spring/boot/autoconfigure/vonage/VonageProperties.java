package io.realtime4j.spring.boot.autoconfigure.vonage;

import java.net.URI;
import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for calls from Vonage.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.vonage")
public class VonageProperties extends PhoneProperties {

	/**
	 * Whether calls from Vonage are answered.
	 */
	private boolean enabled;

	/**
	 * Signature secret of the account, which Vonage signs its webhooks with.
	 */
	private @Nullable String signatureSecret;

	/**
	 * Id of the Vonage application. With it, webhooks of other applications of the
	 * account are refused.
	 */
	private @Nullable String applicationId;

	/**
	 * Private key of the Vonage application: PEM, or where it is, such as
	 * file:private.key. With it, calls are also hung up by the REST API; without it, a
	 * call goes on with what follows in its NCCO when its session ends.
	 */
	private @Nullable String privateKey;

	/**
	 * Address of the REST API, for regions of their own.
	 */
	private URI apiUrl = URI.create("https://api.nexmo.com");

	/**
	 * Path of the endpoints, within that of the application: /voice takes the webhook for
	 * incoming calls, /events that for events, and /media the WebSocket of their audio.
	 */
	private String path = "/realtime/vonage";

	/**
	 * Sample rate of the audio in Hz: 8000, 16000 or 24000. The service speaks at 24000,
	 * for which nothing is resampled.
	 */
	private int sampleRate = 16_000;

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

	public @Nullable String getSignatureSecret() {
		return this.signatureSecret;
	}

	public void setSignatureSecret(@Nullable String signatureSecret) {
		this.signatureSecret = signatureSecret;
	}

	public @Nullable String getApplicationId() {
		return this.applicationId;
	}

	public void setApplicationId(@Nullable String applicationId) {
		this.applicationId = applicationId;
	}

	public @Nullable String getPrivateKey() {
		return this.privateKey;
	}

	public void setPrivateKey(@Nullable String privateKey) {
		this.privateKey = privateKey;
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

	public int getSampleRate() {
		return this.sampleRate;
	}

	public void setSampleRate(int sampleRate) {
		this.sampleRate = sampleRate;
	}

	public Duration getTolerance() {
		return this.tolerance;
	}

	public void setTolerance(Duration tolerance) {
		this.tolerance = tolerance;
	}

}
