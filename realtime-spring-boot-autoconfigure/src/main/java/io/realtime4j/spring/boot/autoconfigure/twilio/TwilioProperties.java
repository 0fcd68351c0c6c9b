package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.net.URI;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for calls from Twilio.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.twilio")
public class TwilioProperties extends PhoneProperties {

	/**
	 * Whether calls from Twilio are answered.
	 */
	private boolean enabled;

	/**
	 * Primary auth token of the account, which Twilio signs its requests with.
	 */
	private @Nullable String authToken;

	/**
	 * Id of the account. With it, calls are also hung up by the REST API; without it, a
	 * call goes on with what follows in its TwiML when its session ends.
	 */
	private @Nullable String accountSid;

	/**
	 * Address of the REST API, for regions of their own.
	 */
	private URI apiUrl = URI.create("https://api.twilio.com");

	/**
	 * Path of the endpoints, within that of the application: /voice takes the webhook for
	 * incoming calls, and /media the stream of their audio.
	 */
	private String path = "/realtime/twilio";

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getAuthToken() {
		return this.authToken;
	}

	public void setAuthToken(@Nullable String authToken) {
		this.authToken = authToken;
	}

	public @Nullable String getAccountSid() {
		return this.accountSid;
	}

	public void setAccountSid(@Nullable String accountSid) {
		this.accountSid = accountSid;
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

}
