package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for calls from Twilio.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.twilio")
public class TwilioProperties {

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
	 * Address of the application as Twilio knows it, such as https://voice.example.com,
	 * with the context path if there is one.
	 */
	private @Nullable URI publicUrl;

	/**
	 * Address of the REST API, for regions of their own.
	 */
	private URI apiUrl = URI.create("https://api.twilio.com");

	/**
	 * Path of the endpoints, within that of the application: /voice takes the webhook for
	 * incoming calls, and /media the stream of their audio.
	 */
	private String path = "/realtime/twilio";

	/**
	 * How long a call may take from its webhook to its stream.
	 */
	private Duration ticketLifetime = Duration.ofMinutes(1);

	/**
	 * How much audio of a caller is put together before it is passed on, from 20 ms on.
	 * More needs fewer messages, and delays the answer.
	 */
	private Duration joinedAudio = Duration.ofMillis(60);

	/**
	 * Largest number of calls at a time. Calls beyond it hear a busy signal.
	 */
	private int maxCalls = 100;

	/**
	 * Largest number of calls at a time of one number. Those that withhold their number
	 * count as one.
	 */
	private int maxCallsPerCaller = 5;

	/**
	 * How long a stream may take to say which call it is for.
	 */
	private Duration startTimeout = Duration.ofSeconds(10);

	/**
	 * How long a stream may send nothing before its call ends.
	 */
	private Duration idleTimeout = Duration.ofSeconds(30);

	/**
	 * How long calls may go on when the application stops, before they are hung up.
	 */
	private Duration drainTimeout = Duration.ofSeconds(20);

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

	public @Nullable URI getPublicUrl() {
		return this.publicUrl;
	}

	public void setPublicUrl(@Nullable URI publicUrl) {
		this.publicUrl = publicUrl;
	}

	public URI getApiUrl() {
		return this.apiUrl;
	}

	public void setApiUrl(URI apiUrl) {
		this.apiUrl = apiUrl;
	}

	public String getPath() {
		return this.path;
	}

	public void setPath(String path) {
		this.path = path;
	}

	public Duration getTicketLifetime() {
		return this.ticketLifetime;
	}

	public void setTicketLifetime(Duration ticketLifetime) {
		this.ticketLifetime = ticketLifetime;
	}

	public Duration getJoinedAudio() {
		return this.joinedAudio;
	}

	public void setJoinedAudio(Duration joinedAudio) {
		this.joinedAudio = joinedAudio;
	}

	public int getMaxCalls() {
		return this.maxCalls;
	}

	public void setMaxCalls(int maxCalls) {
		this.maxCalls = maxCalls;
	}

	public int getMaxCallsPerCaller() {
		return this.maxCallsPerCaller;
	}

	public void setMaxCallsPerCaller(int maxCallsPerCaller) {
		this.maxCallsPerCaller = maxCallsPerCaller;
	}

	public Duration getStartTimeout() {
		return this.startTimeout;
	}

	public void setStartTimeout(Duration startTimeout) {
		this.startTimeout = startTimeout;
	}

	public Duration getIdleTimeout() {
		return this.idleTimeout;
	}

	public void setIdleTimeout(Duration idleTimeout) {
		this.idleTimeout = idleTimeout;
	}

	public Duration getDrainTimeout() {
		return this.drainTimeout;
	}

	public void setDrainTimeout(Duration drainTimeout) {
		this.drainTimeout = drainTimeout;
	}

}
