package io.realtime4j.spring.bridge.connection;

/**
 * Internal exception thrown when a command of a page is unknown or not allowed. The
 * connection lives on.
 */
public final class InvalidCommandException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * Create an exception.
	 * @param code the code of the error
	 * @param message the message for the user
	 */
	public InvalidCommandException(String code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	/**
	 * Return the code of the error.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Return the message for the user.
	 * @return the message
	 */
	public String words() {
		return String.valueOf(getMessage());
	}

}
