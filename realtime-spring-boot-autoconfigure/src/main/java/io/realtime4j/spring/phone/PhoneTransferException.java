package io.realtime4j.spring.phone;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a call was not transferred. Unless it has ended, the call goes
 * on, and may be transferred to somebody else.
 *
 * @since 0.1.0
 */
public class PhoneTransferException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Create a new {@link PhoneTransferException} instance.
	 * @param reason why
	 * @param message the same in words, without the number
	 */
	public PhoneTransferException(Reason reason, String message) {
		this(reason, message, null);
	}

	/**
	 * Create a new {@link PhoneTransferException} instance.
	 * @param reason why
	 * @param message the same in words, without the number
	 * @param cause the cause, or {@code null} if there is none
	 */
	public PhoneTransferException(Reason reason, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	/**
	 * Return why the call was not transferred.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Reasons why a call was not transferred.
	 */
	public enum Reason {

		/**
		 * The target is neither an international number nor a SIP address.
		 */
		INVALID_TARGET,

		/**
		 * The {@link PhoneTransferPolicy} does not allow the target.
		 */
		NOT_ALLOWED,

		/**
		 * The carrier cannot do it, or not as it is configured.
		 */
		NOT_SUPPORTED,

		/**
		 * Another transfer of the same call is under way, or was done.
		 */
		IN_PROGRESS,

		/**
		 * The call is over.
		 */
		CALL_ENDED,

		/**
		 * The carrier has refused, or could not be asked.
		 */
		REFUSED

	}

}
