package io.realtime4j.spring.phone;

import io.realtime4j.session.SessionSpec;

/**
 * Callback interface that can be implemented by beans wishing to customize the session of
 * a call: other instructions for another line, or its own listeners and attributes. It
 * may block, while nothing of the call is read; what it throws refuses the call.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PhoneSessionCustomizer {

	/**
	 * Customize the session of a call.
	 * @param caller who calls
	 * @param spec the session as it is configured
	 */
	void customize(PhoneCaller caller, SessionSpec.Builder spec);

}
