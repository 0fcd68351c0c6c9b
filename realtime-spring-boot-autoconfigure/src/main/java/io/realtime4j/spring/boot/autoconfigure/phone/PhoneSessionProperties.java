package io.realtime4j.spring.boot.autoconfigure.phone;

import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Internal properties of the sessions of calls from carriers.
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

	public SessionFamily getFamily() {
		return this.family;
	}

	public void setFamily(SessionFamily family) {
		this.family = family;
	}

}
