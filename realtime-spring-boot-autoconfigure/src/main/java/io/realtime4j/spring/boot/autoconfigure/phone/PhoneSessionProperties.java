package io.realtime4j.spring.boot.autoconfigure.phone;

import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Internal properties of calls from carriers, some of which are those of calls by SIP
 * too.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.phone")
public class PhoneSessionProperties {

	/**
	 * Protocol family of the sessions that callers talk with: realtime, which
	 * 'realtime.session' configures, or live, which 'realtime.live' does.
	 */
	private SessionFamily family = SessionFamily.REALTIME;

	/**
	 * Largest number of calls at a time of all carriers and by SIP together. Calls beyond
	 * it are refused as those beyond the limit of a carrier. By default only those limits
	 * apply.
	 */
	private @Nullable Integer maxCalls;

	public @Nullable Integer getMaxCalls() {
		return this.maxCalls;
	}

	public void setMaxCalls(@Nullable Integer maxCalls) {
		this.maxCalls = maxCalls;
	}

	public SessionFamily getFamily() {
		return this.family;
	}

	public void setFamily(SessionFamily family) {
		this.family = family;
	}

}
