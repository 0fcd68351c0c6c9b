package io.realtime4j.tool;

/**
 * Exception thrown when a tool cannot do what the model requests. The message is sent to
 * the model, which usually passes it on to the user.
 *
 * @since 0.1.0
 */
public class ToolException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param message what the model is told
	 */
	public ToolException(String message) {
		super(message);
	}

	/**
	 * Create an exception with a cause, which is not sent to the model.
	 * @param message what the model is told
	 * @param cause the cause
	 */
	public ToolException(String message, Throwable cause) {
		super(message, cause);
	}

}
