package io.realtime4j.spring.boot.autoconfigure.phone;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Internal base of the configuration properties of a carrier on the internet.
 */
public abstract class PhoneProperties extends PhoneCallProperties {

	/**
	 * Address of the application as the carrier knows it, such as
	 * https://voice.example.com, with the context path if there is one.
	 */
	private @Nullable URI publicUrl;

	/**
	 * Largest number of calls at a time of one number, those that it has by other
	 * carriers or by SIP included. Those that withhold their number count as one.
	 */
	private int maxCallsPerCaller = 5;

	public @Nullable URI getPublicUrl() {
		return this.publicUrl;
	}

	public void setPublicUrl(@Nullable URI publicUrl) {
		this.publicUrl = publicUrl;
	}

	@Override
	public int getMaxCallsPerCaller() {
		return this.maxCallsPerCaller;
	}

	public void setMaxCallsPerCaller(int maxCallsPerCaller) {
		this.maxCallsPerCaller = maxCallsPerCaller;
	}

	public abstract URI getApiUrl();

	public abstract String getPath();

}
