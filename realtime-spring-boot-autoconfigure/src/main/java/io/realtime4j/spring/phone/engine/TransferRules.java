package io.realtime4j.spring.phone.engine;

import java.net.URI;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.PhoneTransferException.Reason;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Internal rules about whom one call may be transferred to, however it came.
 *
 * @param caller who calls
 * @param policy decides whom the call may be transferred to
 */
public record TransferRules(PhoneCaller caller, PhoneTransferPolicy policy) {

	private static final Log logger = LogFactory.getLog(TransferRules.class);

	/**
	 * Check whom to call.
	 * @param address the address that somebody chose, often a model
	 * @return the target, which has nothing but what the policy was asked about
	 * @throws PhoneTransferException if the address is none, or is not allowed
	 */
	public TransferTarget check(URI address) {
		TransferTarget target;
		try {
			target = TransferTarget.of(address);
		}
		catch (IllegalArgumentException ex) {
			throw new PhoneTransferException(Reason.INVALID_TARGET, String.valueOf(ex.getMessage()));
		}
		if (!isAllowed(target)) {
			throw new PhoneTransferException(Reason.NOT_ALLOWED,
					"Calls may not be transferred to this target: name it in 'realtime.phone.transfer.allowed-targets',"
							+ " or allow it by a PhoneTransferPolicy bean");
		}
		return target;
	}

	private boolean isAllowed(TransferTarget target) {
		try {
			return this.policy.isAllowed(this.caller, target.uri());
		}
		catch (RuntimeException ex) {
			logger.warn("Call " + this.caller.callId() + " is not transferred, since the policy failed: " + ex);
			return false;
		}
	}

}
