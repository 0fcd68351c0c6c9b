package io.realtime4j.spring.bridge;

/**
 * A page asked for something that there is not, or not in this way. The connection lives
 * on.
 */
final class InvalidCommandException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	InvalidCommandException(String code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	String code() {
		return this.code;
	}

	String words() {
		return String.valueOf(getMessage());
	}

}
