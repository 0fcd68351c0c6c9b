package io.realtime4j.spring.phone.engine;

import io.realtime4j.spring.bridge.connection.BadFrameException;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal base of all dialects: what they refuse, and the keys of a telephone.
 */
public abstract class CallDialect implements PhoneDialect {

	private static final CloseStatus NO_TICKET = CloseStatus.POLICY_VIOLATION
		.withReason("The ticket of the call is missing or not valid");

	private static final CloseStatus WRONG_CODEC = CloseStatus.NOT_ACCEPTABLE
		.withReason("The audio has not the codec that was asked for");

	private static final String KEYS = "0123456789*#ABCD";

	/**
	 * Return the message of a key.
	 * @param digit what the carrier says of the key
	 * @return the message
	 */
	protected static CarrierMessage key(String digit) {
		return (digit.length() == 1 && KEYS.contains(digit)) ? new CarrierMessage.Key(digit.charAt(0))
				: new CarrierMessage.Ignored();
	}

	/**
	 * Return the exception for a call that did not come by a ticket.
	 * @return the exception
	 */
	protected static BadFrameException noTicket() {
		return new BadFrameException(NO_TICKET);
	}

	/**
	 * Return the exception for a call whose audio would be noise.
	 * @return the exception
	 */
	protected static BadFrameException wrongCodec() {
		return new BadFrameException(WRONG_CODEC);
	}

}
