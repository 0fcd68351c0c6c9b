package io.realtime4j.live.tool;

/**
 * Exception thrown when delegated work cannot be done. The message is told to the model,
 * which usually passes it on to the user.
 *
 * @since 0.1.0
 */
public class DelegationException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param message what the model is told
	 */
	public DelegationException(String message) {
		super(message);
	}

	/**
	 * Create an exception with a cause, which is not told to the model.
	 * @param message what the model is told
	 * @param cause the cause
	 */
	public DelegationException(String message, Throwable cause) {
		super(message, cause);
	}

}
