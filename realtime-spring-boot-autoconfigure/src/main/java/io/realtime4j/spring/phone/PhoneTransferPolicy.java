package io.realtime4j.spring.phone;

import java.net.URI;

/**
 * Decision whom calls may be transferred to. Often a model chooses the number, and may be
 * talked into one that costs you money by the minute: allow what you know, not what looks
 * right. A bean of this type takes the place of
 * {@code realtime.phone.transfer.allowed-targets}. Calls of carriers and calls by SIP ask
 * the same policy.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PhoneTransferPolicy {

	/**
	 * Return whether a call may be transferred. What is thrown here forbids it.
	 * @param caller who calls
	 * @param target whom to call: {@code tel:} with {@code +} and digits only, or
	 * {@code sip:} or {@code sips:} with a user and a host only
	 * @return whether it may
	 */
	boolean isAllowed(PhoneCaller caller, URI target);

}
