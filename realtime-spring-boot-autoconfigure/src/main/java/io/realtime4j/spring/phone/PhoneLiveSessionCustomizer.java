package io.realtime4j.spring.phone;

import io.realtime4j.live.session.LiveSpec;

/**
 * Callback for customizing the live session of a call, such as by the number or by the
 * parameters of the call. With {@code realtime.phone.family=live} all beans of this type
 * are applied to each call, in order.
 *
 * @since 0.1.0
 * @see PhoneSessionCustomizer
 */
@FunctionalInterface
public interface PhoneLiveSessionCustomizer {

	/**
	 * Customize the session of a call.
	 * @param caller who calls
	 * @param spec the session as it is configured
	 */
	void customize(PhoneCaller caller, LiveSpec.Builder spec);

}
