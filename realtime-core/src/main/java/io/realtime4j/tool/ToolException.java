package io.realtime4j.tool;

/**
 * A tool cannot do what the model asks for. The message is for the model, which mostly
 * tells it to the user.
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
	 * Create an exception with a cause, of which the model is told nothing.
	 * @param message what the model is told
	 * @param cause the cause
	 */
	public ToolException(String message, Throwable cause) {
		super(message, cause);
	}

}
